namespace Tortue.DepthScaling;

/// <summary>What was measured on one random function 𝒱 (and 𝒲) and one input.</summary>
/// <param name="Errors">One entry for each model and activation, in the settings' order.</param>
/// <param name="Independent">
/// For each depth ‖h_L − H_1‖ / ‖h_0‖ of a network of the first model and activation whose layers are drawn independently.
/// </param>
/// <param name="IndependentChange">For each depth ‖h_L − h_0‖ / ‖h_0‖ of that network.</param>
public sealed record OdeLimitNetwork(
    IReadOnlyList<OdeLimitErrors> Errors, IReadOnlyList<double> Independent, IReadOnlyList<double> IndependentChange);
