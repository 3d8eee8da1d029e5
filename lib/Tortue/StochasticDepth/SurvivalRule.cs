namespace Tortue.StochasticDepth;

/// <summary>How the blocks' survival probabilities p_l follow from that of the last one, p_L. G. Huang, Y. Sun, Z. Liu, D. Sedra,
/// K. Weinberger, "Deep networks with stochastic depth", ECCV 2016, section 3.</summary>
public enum SurvivalRule
{
    /// <summary>p_l = 1 − (l / L)(1 − p_L): the first blocks nearly always survive, the last one with p_L.</summary>
    Linear,

    /// <summary>p_l = p_L for all blocks.</summary>
    Uniform,
}
