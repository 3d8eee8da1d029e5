using Tortue.Models;

namespace Tortue.DepthScaling;

/// <summary>How far the networks of one random function 𝒱 stay from the equation's solution H. All distances are divided by
/// ‖h_0‖.</summary>
/// <param name="Model">The residual layer.</param>
/// <param name="Activation">The activation σ.</param>
/// <param name="Change">‖H_1 − h_0‖: how far the solution moves.</param>
/// <param name="Reference">The largest distance along the time between the reference solution and the one of half as many steps.</param>
/// <param name="Largest">For each depth, the largest ‖h_k − H_{k/L}‖ over the layers k.</param>
/// <param name="Last">For each depth ‖h_L − H_1‖.</param>
public sealed record OdeLimitErrors(
    ResidualModel Model,
    Activation Activation,
    double Change,
    double Reference,
    IReadOnlyList<double> Largest,
    IReadOnlyList<double> Last);
