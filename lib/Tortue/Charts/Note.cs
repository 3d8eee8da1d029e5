namespace Tortue.Charts;

/// <summary>Words with an arrow to a point of a panel.</summary>
internal sealed record Note(double X, double Y, string Text);
