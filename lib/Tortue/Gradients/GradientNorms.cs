using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>
/// How large the gradient is in each layer of a deep network at initialisation: for sigmoid, tanh and ReLU; with the frameworks' default
/// weights, with weights made for the activation, with batch normalisation, with residual connections, and with both.
/// </summary>
public static class GradientNorms
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="GradientNormsOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each kind of network.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static GradientNormsResult Run(
        GradientNormsOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static GradientNormsResult Measure(
        GradientNormsOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(GradientsText.RunningGradientNorms, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var data = options.Data();
        var arms = Enum.GetValues<GradientArm>();
        var curves = new List<GradientNormsCurve>();
        foreach (var activation in options.Activations)
        {
            foreach (var arm in arms)
            {
                curves.Add(run.Cell($"{activation}/{arm}", () => Measure(options, activation, arm, data, run.Cancellation)));
                run.Report(curves.Count, options.Activations.Count * arms.Length);
            }
        }

        return new(options, run.Finish(options.Seed, Course.EngineName, get_num_threads()), curves);
    }

    private static GradientNormsCurve Measure(
        GradientNormsOptions options, Activation activation, GradientArm arm, LabelledData data, CancellationToken cancellation)
    {
        var passes = new List<ArmPass>();
        double closest = 0;
        for (int r = 0; r < options.Networks; r++)
        {
            using var scope = NewDisposeScope();
            var inputs = data.Inputs.flatten(1).to(float64);
            var network = new ArmNetwork(
                activation, arm, (int)inputs.shape[1], options.Width, options.Depth, data.Classes.Count, options.Seed + (ulong)r);
            passes.Add(network.Pass(inputs, data.Labels, cancellation));
            if (arm is GradientArm.Default or GradientArm.GoodInit)
                closest = Math.Max(closest, ShareOfBound(activation, passes[^1].Errors, network.Weights));
        }

        return new(
            activation,
            arm,
            LayerBand.Of(passes.Select(pass => Array.ConvertAll(pass.Errors, norm => norm / pass.Errors[^1]))),
            LayerBand.Of(passes.Select(pass => pass.WeightGradients)),
            LayerBand.Of(passes.Select(pass => pass.MeanSquares)),
            closest);
    }

    // ‖δ^l‖ ≤ γ^{L−l} ‖W^{l+1}‖ … ‖W^L‖ ‖δ^L‖ for every example, so for all of them together: how much of it is used, at most.
    private static double ShareOfBound(Activation activation, double[] errors, IReadOnlyList<Tensor> weights)
    {
        int depth = errors.Length;
        double[] norms = SpectralNorms.Of(stack([.. weights.Take(depth).Skip(1)]));
        double bound = errors[^1], largest = 0;
        for (int l = depth - 1; l >= 1; l--)
        {
            bound *= activation.SteepestSlope * norms[l - 1];
            largest = Math.Max(largest, errors[l - 1] / bound);
        }

        return largest;
    }
}
