using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>Keeps a network's weights at the start of its training and after each epoch.</summary>
internal sealed class WeightPath : ITrainingObserver
{
    private readonly nn.Module _network;
    private readonly List<float[]> _points = [];

    public WeightPath(nn.Module network)
    {
        _network = network;
        Keep();
    }

    /// <summary>All weights of two dimensions and more in one row, one row for each moment.</summary>
    public IReadOnlyList<float[]> Points => _points;

    /// <inheritdoc/>
    public void OnEpoch(EpochRecord epoch) => Keep();

    /// <summary>A direction of such a row as one tensor for each parameter, 0 for those of one dimension.</summary>
    public static IReadOnlyList<Tensor> Direction(nn.Module network, IReadOnlyList<double> row)
    {
        var direction = new List<Tensor>();
        int start = 0;
        foreach (var weight in network.parameters())
        {
            if (weight.dim() <= 1)
            {
                direction.Add(zeros_like(weight));
                continue;
            }

            int count = (int)weight.numel();
            direction.Add(tensor(row.Skip(start).Take(count).Select(value => (float)value).ToArray()).reshape(weight.shape));
            start += count;
        }

        return direction;
    }

    private void Keep()
    {
        using var withoutGradients = no_grad();
        using var scope = NewDisposeScope();
        _points.Add([.. _network.parameters().Where(weight => weight.dim() > 1)
            .SelectMany(weight => weight.detach().flatten().data<float>().ToArray())]);
    }
}
