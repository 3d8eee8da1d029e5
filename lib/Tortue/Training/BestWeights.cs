using static TorchSharp.torch;

namespace Tortue.Training;

/// <summary>Keeps a copy of a model's parameters and buffers from the epoch with the lowest validation loss.</summary>
internal sealed class BestWeights(nn.Module<Tensor, Tensor> model) : IDisposable
{
    private readonly Dictionary<string, Tensor> _copy = [];
    private double _loss = double.PositiveInfinity;
    private int? _epoch;

    /// <summary>Copies the weights when the loss is the lowest so far.</summary>
    /// <returns>The best epoch so far.</returns>
    public int Consider(int epoch, double loss)
    {
        if (_epoch is null || loss < _loss)
        {
            (_epoch, _loss) = (epoch, loss);
            Forget();
            using var withoutGradients = no_grad();
            foreach (var (name, value) in model.state_dict())
                _copy[name] = value.detach().clone().DetachFromDisposeScope();
        }

        return _epoch.Value;
    }

    /// <summary>Puts the best weights back.</summary>
    /// <returns>Their epoch, or null when none were kept.</returns>
    public int? PutBack()
    {
        if (_epoch is not null)
            model.load_state_dict(_copy);
        return _epoch;
    }

    public void Dispose() => Forget();

    private void Forget()
    {
        foreach (var tensor in _copy.Values)
            tensor.Dispose();
        _copy.Clear();
    }
}
