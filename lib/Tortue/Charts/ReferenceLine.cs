namespace Tortue.Charts;

/// <summary>A straight line across a panel.</summary>
internal sealed record ReferenceLine(bool Horizontal, double Value, string? Label);
