namespace Tortue.Data;

/// <summary>The two parts in which sets are published.</summary>
public enum DataPart
{
    /// <summary>What a network learns from.</summary>
    Training,

    /// <summary>What it is judged by, and must not see before.</summary>
    Test,
}
