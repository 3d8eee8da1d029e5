using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>One training of <see cref="Saturation"/>.</summary>
/// <param name="Activation">Of its hidden layers.</param>
/// <param name="Seed">Of weights and order.</param>
/// <param name="Points">What its hidden layers did, from before the first step to the end.</param>
/// <param name="Accuracy">Share of the test images that it classified right at the end, 0 to 1.</param>
public sealed record SaturationNetwork(Activation Activation, ulong Seed, IReadOnlyList<SaturationPoint> Points, double Accuracy);
