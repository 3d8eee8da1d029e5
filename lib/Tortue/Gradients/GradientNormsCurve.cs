using Tortue.Models;

namespace Tortue.Gradients;

/// <summary>What <see cref="GradientNorms"/> measured in the networks of one kind.</summary>
/// <param name="Activation">The function σ.</param>
/// <param name="Arm">How they are initialised and built.</param>
/// <param name="Errors">‖δ^l‖ / ‖δ^L‖, of the gradients by the sums h^l of all examples.</param>
/// <param name="WeightGradients">‖∂C/∂W^l‖ of the mean loss.</param>
/// <param name="MeanSquares">The mean square of the entries of h^l.</param>
/// <param name="ShareOfBound">The largest share of the bound γ^{L−l} ‖W^{l+1}‖ … ‖W^L‖ ‖δ^L‖ that ‖δ^l‖ reaches in any plain network and
/// layer below the last, 0 to 1; 0 where layers are not plain.</param>
public sealed record GradientNormsCurve(
    Activation Activation, GradientArm Arm, LayerBand Errors, LayerBand WeightGradients, LayerBand MeanSquares, double ShareOfBound)
{
    /// <summary>The median of ‖δ^1‖ / ‖δ^L‖ as a factor a layer: its (L − 1)-th root.</summary>
    public double ErrorFactor => Math.Pow(Errors.Median[0], 1.0 / (Errors.Median.Count - 1));

    /// <summary>The median growth of the mean square of h as a factor a layer.</summary>
    public double MeanSquareFactor =>
        Math.Pow(MeanSquares.Median[^1] / MeanSquares.Median[0], 1.0 / (MeanSquares.Median.Count - 1));
}
