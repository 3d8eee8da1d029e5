using System.Text.Json.Serialization;

namespace Tortue.DepthScaling;

/// <summary>Assumption (A2) at one h.</summary>
/// <param name="State">What h is like.</param>
/// <param name="MeanSquare">E‖g‖² / ‖h‖², estimated; (A2) asks for ½ to 1.</param>
/// <param name="StandardError">The standard error of <paramref name="MeanSquare"/>; 0 where g is not random.</param>
/// <param name="EighthMoment">E‖g‖⁸ / ‖h‖⁸, estimated; (A2) asks for one constant for all h.</param>
/// <param name="EighthError">The standard error of <paramref name="EighthMoment"/>; 0 where g is not random.</param>
public sealed record AssumptionTwoRow(string State, double MeanSquare, double StandardError, double EighthMoment, double EighthError)
{
    /// <summary>So many standard errors are not taken for a violation.</summary>
    public const double Errors = 3;

    // Room for what float32 rounds where g is not random.
    private const double Rounding = 1e-5;

    /// <summary>Whether E‖g‖² ≥ ½ ‖h‖², within three standard errors.</summary>
    [JsonIgnore]
    public bool LowerHolds => MeanSquare >= 0.5 - Errors * StandardError - Rounding;

    /// <summary>Whether E‖g‖² ≤ ‖h‖², within three standard errors.</summary>
    [JsonIgnore]
    public bool UpperHolds => MeanSquare <= 1 + Errors * StandardError + Rounding;

    /// <summary>Whether E‖g‖⁸ ≤ C ‖h‖⁸, within three standard errors.</summary>
    /// <param name="c">C.</param>
    public bool MomentHolds(double c) => EighthMoment <= c * (1 + Rounding) + Errors * EighthError;
}
