using TorchSharp;
using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.Initialization;

/// <summary>Looks at the hidden layers on fixed images, every so many steps of training.</summary>
internal sealed class SaturationProbe(Activation activation, LabelledData images, int every) : ITrainingObserver
{
    private readonly double _edge = Edge(activation);
    private readonly List<SaturationPoint> _points = [];

    /// <summary>What was seen.</summary>
    public IReadOnlyList<SaturationPoint> Points => _points;

    /// <inheritdoc/>
    public void OnStep(TrainingStep step)
    {
        if (step.Step % every == 0)
            Look(step.Model, step.Step);
    }

    /// <summary>Looks at a network as it is.</summary>
    public void Look(nn.Module network, int step)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var layers = PlainPerceptron.Sums(network, images.Inputs).SkipLast(1).Select(sums =>
        {
            var values = activation.Forward(sums);
            return new LayerActivity(
                SignificantDigits.Round(values.mean().ToDouble()),
                SignificantDigits.Round(values.std(unbiased: false).ToDouble()),
                SignificantDigits.Round((sums.abs() > _edge).to(float32).mean().ToDouble()));
        });
        _points.Add(new(step, [.. layers]));
    }

    // Where σ′ falls to a tenth of its steepest; the slope of all three activations falls on both sides of 0.
    private static double Edge(Activation activation)
    {
        var (low, high) = (0.0, 100.0);
        while (high - low > 1e-9)
        {
            double middle = (low + high) / 2;
            bool steep = activation.Derivative(middle) > LayerActivity.FlatShare * activation.SteepestSlope;
            (low, high) = steep ? (middle, high) : (low, middle);
        }

        return high;
    }
}
