namespace Tortue.DropoutRegularization;

/// <summary>How many hidden units a network has for a probability p of keeping one.</summary>
public enum WidthRule
{
    /// <summary>n, whatever p: the smaller p, the fewer work at a time.</summary>
    Fixed,

    /// <summary>In proportion to 1/p: pn stays the same, and so does the number of units that work at a time.</summary>
    Inverse,
}
