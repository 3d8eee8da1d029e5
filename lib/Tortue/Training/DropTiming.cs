namespace Tortue.Training;

/// <summary>In which part of training something is dropped: units of a layer, or whole blocks.</summary>
public enum DropTiming
{
    /// <summary>Never.</summary>
    None,

    /// <summary>From the first step to the last.</summary>
    Standard,

    /// <summary>Up to the cut-off, and not behind it.</summary>
    Early,

    /// <summary>From the cut-off on, and not before it.</summary>
    Late,
}
