namespace Tortue.Initialization;

/// <summary>The units of one hidden layer over some images.</summary>
/// <param name="Mean">The mean of their values.</param>
/// <param name="Deviation">The standard deviation of their values.</param>
/// <param name="Saturated">The share of values where the activation is flat: its slope is below a tenth of its steepest. 0 to 1.</param>
public sealed record LayerActivity(double Mean, double Deviation, double Saturated)
{
    /// <summary>An activation counts as flat where its slope is below this share of its steepest.</summary>
    public const double FlatShare = 0.1;
}
