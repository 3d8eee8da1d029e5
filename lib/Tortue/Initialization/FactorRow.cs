namespace Tortue.Initialization;

/// <summary>By what factor the variance changes a layer, on the geometric mean over the layers.</summary>
/// <param name="Pair">Activation and initialisation.</param>
/// <param name="Forward">Predicted for z, on the way up.</param>
/// <param name="ForwardMeasured">Measured.</param>
/// <param name="Backward">Predicted for δ, on the way down.</param>
/// <param name="BackwardMeasured">Measured.</param>
public sealed record FactorRow(SignalPair Pair, double Forward, double ForwardMeasured, double Backward, double BackwardMeasured);
