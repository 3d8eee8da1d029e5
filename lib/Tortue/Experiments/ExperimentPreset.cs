namespace Tortue.Experiments;

/// <summary>The sizes in which every experiment comes.</summary>
public enum ExperimentPreset
{
    /// <summary>At most 20 seconds on two cores.</summary>
    Quick,

    /// <summary>At most 15 minutes on two cores.</summary>
    Standard,

    /// <summary>The paper's size, where there is a paper.</summary>
    Full,
}
