namespace Tortue.Initialization;

/// <summary>What was measured of one activation with one initialisation.</summary>
/// <param name="Pair">The two.</param>
/// <param name="Forward">The mean squares of z^1, …, z^L.</param>
/// <param name="Backward">The mean squares of δ^1, …, δ^L, as shares of that of δ^L.</param>
public sealed record SignalCurve(SignalPair Pair, IReadOnlyList<LayerSpread> Forward, IReadOnlyList<LayerSpread> Backward);
