using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>The gradients of networks of <see cref="HeDepth"/> before training.</summary>
/// <param name="Init">How their weights were drawn.</param>
/// <param name="Depth">Number of linear layers.</param>
/// <param name="Norms">For each seed, the norm of the loss's gradient with respect to all weights.</param>
public sealed record HeDepthStart(WeightInit Init, int Depth, IReadOnlyList<double> Norms);
