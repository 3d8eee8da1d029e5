namespace Tortue.Gradients;

/// <summary>How far the errors of one layer, by either order of the weights, are from automatic differentiation.</summary>
/// <param name="Layer">The layer l, 1 to L − 1.</param>
/// <param name="Right">Median of ‖δ^l − truth‖ / ‖truth‖ with w_{k,j}: rounding.</param>
/// <param name="Slide">The same with w_{j,k}, as exercise 1.3 has it.</param>
public sealed record TransposeSlipRow(int Layer, double Right, double Slide);
