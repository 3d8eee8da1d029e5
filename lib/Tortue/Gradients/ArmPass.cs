namespace Tortue.Gradients;

/// <summary>What one forward and one backward pass through an <see cref="ArmNetwork"/> show, layer 1 first.</summary>
/// <param name="Errors">‖∂C/∂h^l‖, over all examples.</param>
/// <param name="WeightGradients">‖∂C/∂W^l‖.</param>
/// <param name="MeanSquares">The mean square of the entries of h^l.</param>
internal sealed record ArmPass(double[] Errors, double[] WeightGradients, double[] MeanSquares);
