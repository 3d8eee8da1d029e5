namespace Tortue.DepthScaling;

/// <summary>Assumption (A2) at one h.</summary>
/// <param name="State">What h is like.</param>
/// <param name="MeanSquare">E‖g‖² / ‖h‖², estimated; (A2) asks for ½ to 1.</param>
/// <param name="StandardError">The standard error of <paramref name="MeanSquare"/>; 0 where g is not random.</param>
/// <param name="EighthMoment">E‖g‖⁸ / ‖h‖⁸, estimated; (A2) asks for one constant for all h.</param>
public sealed record AssumptionTwoRow(string State, double MeanSquare, double StandardError, double EighthMoment)
{
    // Room for what float32 rounds where g is not random.
    private const double Rounding = 1e-5;

    /// <summary>Whether E‖g‖² ≥ ½ ‖h‖², within three standard errors.</summary>
    public bool LowerHolds => MeanSquare >= 0.5 - 3 * StandardError - Rounding;

    /// <summary>Whether E‖g‖² ≤ ‖h‖², within three standard errors.</summary>
    public bool UpperHolds => MeanSquare <= 1 + 3 * StandardError + Rounding;
}
