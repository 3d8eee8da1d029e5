namespace Tortue.DepthScaling;

/// <summary>What was measured on one Brownian path and one input.</summary>
/// <param name="Errors">One entry for each activation, in the settings' order.</param>
public sealed record SdeLimitNetwork(IReadOnlyList<SdeLimitErrors> Errors);
