namespace Tortue.Charts;

/// <summary>How an axis maps values to positions.</summary>
public enum AxisScale
{
    /// <summary>Equal differences take equal lengths.</summary>
    Linear,

    /// <summary>Equal ratios take equal lengths (base 10). Zero and negative values have no place on it and leave a gap.</summary>
    Log,
}
