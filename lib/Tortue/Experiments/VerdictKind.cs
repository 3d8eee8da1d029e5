namespace Tortue.Experiments;

/// <summary>How a published claim fared in an experiment.</summary>
public enum VerdictKind
{
    /// <summary>The data show no part of the claim.</summary>
    NotReproduced,

    /// <summary>The data show some parts of the claim and not others.</summary>
    PartlyReproduced,

    /// <summary>The data show every part of the claim.</summary>
    Reproduced,
}
