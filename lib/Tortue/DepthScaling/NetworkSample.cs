namespace Tortue.DepthScaling;

/// <summary>What one random network does to its hidden states and to its gradients, with p_k = ∂ℒ/∂h_k.</summary>
/// <param name="HiddenChange">‖h_L − h_0‖ / ‖h_0‖.</param>
/// <param name="HiddenRatio">‖h_L‖ / ‖h_0‖.</param>
/// <param name="GradientChange">‖p_L − p_0‖ / ‖p_L‖ = ‖p_0 − p_L‖ / ‖p_L‖.</param>
/// <param name="GradientRatio">‖p_0‖ / ‖p_L‖.</param>
public readonly record struct NetworkSample(double HiddenChange, double HiddenRatio, double GradientChange, double GradientRatio);
