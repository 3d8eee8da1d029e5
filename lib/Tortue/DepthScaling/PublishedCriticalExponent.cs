namespace Tortue.DepthScaling;

/// <summary>A critical exponent that an independent simulation found.</summary>
/// <param name="Model">The residual layer.</param>
/// <param name="Hurst">The exponent H of the weights.</param>
/// <param name="Beta">The β at which the change of the hidden states is the same at L = 250 and at L = 1,000.</param>
/// <param name="Spread">How far from it the simulation leaves the β open.</param>
public sealed record PublishedCriticalExponent(ResidualModel Model, double Hurst, double Beta, double Spread);
