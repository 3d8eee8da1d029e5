namespace Tortue.DepthScaling;

/// <summary>Which of the two ratios is looked at.</summary>
public enum GrowthQuantity
{
    /// <summary>‖h_L − h_0‖ / ‖h_0‖, forward.</summary>
    HiddenStates,

    /// <summary>‖p_L − p_0‖ / ‖p_L‖ with p_k = ∂ℒ/∂h_k, backward.</summary>
    Gradients,
}
