using Tortue.Data;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.Initialization;

/// <summary>Counts, before training and after each epoch, the hidden units whose weighted sum is above 0 on no training image.</summary>
internal sealed class SilentUnits(LabelledData images) : ITrainingObserver
{
    private readonly List<IReadOnlyList<double>> _shares = [];
    private nn.Module? _network;
    private bool[][] _ever = [];
    private bool[][] _now = [];

    /// <summary>At each count, the share of such units in each hidden layer, 0 to 1.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Shares => _shares;

    /// <summary>For each hidden layer, of the units that were silent at some count, the share that is not at the last; 0 when there was
    /// none.</summary>
    public IReadOnlyList<double> Returned => [.. _ever.Zip(_now, (ever, now) =>
        Math.Round((double)ever.Zip(now).Count(unit => unit.First && !unit.Second) / Math.Max(1, ever.Count(silent => silent)), 4))];

    /// <inheritdoc/>
    public void OnStep(TrainingStep step) => _network = step.Model;

    /// <inheritdoc/>
    public void OnEpoch(EpochRecord epoch) => Count(_network!);

    /// <summary>Counts the silent units of a network as it is.</summary>
    public void Count(nn.Module network)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        _now = [.. PlainPerceptron.Sums(network, images.Inputs).SkipLast(1).Select(sums => (sums.amax([0]) <= 0).data<bool>().ToArray())];
        _ever = _ever.Length == 0
            ? _now
            : [.. _ever.Zip(_now, (ever, now) => ever.Zip(now, (before, silent) => before || silent).ToArray())];
        _shares.Add([.. _now.Select(layer => Math.Round((double)layer.Count(silent => silent) / layer.Length, 4))]);
    }
}
