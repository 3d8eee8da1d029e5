namespace Tortue.DepthScaling;

/// <summary>The norms along one network, at no more than a few hundred layers, evenly spaced, the first and the last among them.</summary>
/// <param name="Beta">The exponent β of α_L = L^(−β).</param>
/// <param name="Layers">The layers k, from 0 to L.</param>
/// <param name="States">‖h_k‖ / ‖h_0‖ at these layers.</param>
/// <param name="Gradients">‖p_k‖ / ‖p_L‖ at these layers.</param>
public sealed record NormPath(double Beta, IReadOnlyList<int> Layers, IReadOnlyList<double> States, IReadOnlyList<double> Gradients);
