using TorchSharp;
using static TorchSharp.torch;

namespace Tortue.Training;

/// <summary>Sums of losses and right answers over minibatches, whose sizes may differ.</summary>
internal sealed class Tally
{
    private double _loss;
    private long _right, _count;

    public double Loss => _loss / _count;

    public double Accuracy => (double)_right / _count;

    public void Add(Tensor outputs, Tensor labels, double meanLoss)
    {
        using var scope = NewDisposeScope();
        _loss += meanLoss * labels.shape[0];
        _right += outputs.detach().argmax(1).eq(labels).sum().ToInt64();
        _count += labels.shape[0];
    }
}
