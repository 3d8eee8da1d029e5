namespace Tortue.StochasticDepth;

/// <summary>Where it is made up for that a block takes part in testing always and in training only with probability p_l.</summary>
public enum SurvivalScaling
{
    /// <summary>A surviving block's branch enters as it is while training, and times p_l at test: Huang et al. 2016, equation 5.</summary>
    AtTest,

    /// <summary>A surviving block's branch is divided by p_l while training, and enters as it is at test: "inverted", what later
    /// libraries do.</summary>
    AtTraining,
}
