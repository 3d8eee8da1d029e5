using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Gradients;

/// <summary>What <see cref="GradientNorms"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Curves">One for each activation and arm.</param>
public sealed partial record GradientNormsResult(GradientNormsOptions Options, RunRecord Run, IReadOnlyList<GradientNormsCurve> Curves)
    : IExperimentResult
{
    /// <summary>How far ‖δ^1‖ / ‖δ^L‖ may be from 1, as a factor, to count as kept.</summary>
    public const double KeptWithin = 10;

    /// <summary>How far a rate of growth may be from the stated one, as a share of it.</summary>
    public const double GrowthTolerance = 0.2;

    /// <summary>
    /// Whether sigmoid networks lose at least a factor γ √(n Var[w]) a layer, no plain network exceeds the bound with operator norms, tanh
    /// and ReLU with weights made for them keep the gradient, He's residual networks double their mean square a layer, and with batch
    /// normalisation it grows linearly. Claims about activations that were not measured are left out.
    /// </summary>
    public Verdict Verdict()
    {
        var parts = new List<(bool Held, string Sentence)>();
        foreach (var arm in new[] { GradientArm.Default, GradientArm.GoodInit })
        {
            if (Curve(Activation.Sigmoid, arm) is { } curve)
            {
                double factor = Activation.Sigmoid.SteepestSlope * Gain(curve);
                parts.Add((
                    curve.ErrorFactor <= factor, Text.Format(GradientsText.SigmoidFactor, Name(arm), curve.ErrorFactor, factor)));
            }
        }

        double share = Curves.Max(curve => curve.ShareOfBound);
        parts.Add((share <= 1, Text.Format(GradientsText.BoundShare, share)));
        foreach (var activation in new[] { Activation.Tanh, Activation.Relu })
        {
            if (Curve(activation, GradientArm.GoodInit) is { } curve)
            {
                double ratio = curve.Errors.Median[0];
                parts.Add((ratio is >= 1 / KeptWithin and <= KeptWithin, Text.Format(GradientsText.KeptRatio, activation, ratio)));
            }
        }

        if (Curve(Activation.Relu, GradientArm.Residual) is { } doubling)
        {
            bool held = Math.Abs(doubling.MeanSquareFactor - 2) <= 2 * GrowthTolerance;
            parts.Add((held, Text.Format(GradientsText.ResidualFactor, doubling.MeanSquareFactor)));
        }

        if (Curve(Activation.Relu, GradientArm.ResidualBatchNorm) is { } linear)
        {
            // He's weights make of normalised numbers a branch of mean square 1: k layers add k.
            var squares = linear.MeanSquares.Median;
            double first = Slope(squares, squares.Count / 2), whole = Slope(squares, squares.Count - 1);
            bool held = Math.Max(Math.Abs(first - 1), Math.Abs(whole - 1)) <= GrowthTolerance;
            parts.Add((held, Text.Format(GradientsText.LinearGrowth, first, whole)));
        }

        return new(
            Experiments.Verdict.KindOf(parts.Count(part => part.Held), parts.Count),
            string.Join("; ", parts.Select(part => part.Held ? part.Sentence : Text.Format(GradientsText.NotSo, part.Sentence))) + ".",
            Text.Format(GradientsText.GradientNormsRule, KeptWithin, GrowthTolerance));
    }

    private static double Slope(IReadOnlyList<double> values, int layers) => (values[layers] - values[0]) / layers;

    // √(n Var[w]) of the square layers.
    private double Gain(GradientNormsCurve curve) => Math.Sqrt(
        Options.Width * ArmNetwork.InitOf(curve.Activation, curve.Arm).Variance(Options.Width, Options.Width));

    private GradientNormsCurve? Curve(Activation activation, GradientArm arm) =>
        Curves.FirstOrDefault(curve => curve.Activation == activation && curve.Arm == arm);
}
