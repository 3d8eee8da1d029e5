using Tortue.Models;

namespace Tortue.DepthScaling;

/// <summary>How far networks of one Brownian path stay from each other, for each depth L of the settings. All distances are divided by
/// ‖h_0‖.</summary>
/// <param name="Activation">The activation σ.</param>
/// <param name="Last">The distance of h_L to the last hidden state of the finest network.</param>
/// <param name="Largest">The largest distance to the finest network over the L layers.</param>
/// <param name="LastDoubled">The distance of h_L to the last hidden state of the network of 2L layers.</param>
/// <param name="LargestDoubled">The largest distance to the network of 2L layers over the L layers.</param>
public sealed record SdeLimitErrors(
    Activation Activation,
    IReadOnlyList<double> Last,
    IReadOnlyList<double> Largest,
    IReadOnlyList<double> LastDoubled,
    IReadOnlyList<double> LargestDoubled);
