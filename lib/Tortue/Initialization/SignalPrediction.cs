namespace Tortue.Initialization;

/// <summary>Predicted variances in the layers 1 to L of a network.</summary>
/// <param name="Forward">Var z^1, …, Var z^L.</param>
/// <param name="Backward">Var δ^1, …, Var δ^L, with Var δ^L = 1.</param>
public sealed record SignalPrediction(IReadOnlyList<double> Forward, IReadOnlyList<double> Backward);
