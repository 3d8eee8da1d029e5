namespace Tortue.Initialization;

/// <summary>What went through one random network: natural logarithms, since fifty layers can be worth sixty powers of ten.</summary>
/// <param name="Forward">ln of the mean square of z^1, …, z^L over the units of a layer.</param>
/// <param name="Backward">ln of the mean square of δ^1, …, δ^L, as a share of that of δ^L.</param>
internal sealed record SignalSample(double[] Forward, double[] Backward);
