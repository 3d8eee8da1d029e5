using System.Text.Json.Serialization;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>Assumption (A1) on drawn numbers of one law.</summary>
/// <param name="Law">The law.</param>
/// <param name="Variance">E X², estimated; (A1) asks for 1.</param>
/// <param name="Correlation">The correlation of neighbouring layers, estimated; (A1) asks for independent ones.</param>
/// <param name="Tail">The share of numbers beyond ±<see cref="AssumptionOne.Far"/>; s = 1 allows <see
/// cref="AssumptionOne.LargestTail"/>.</param>
/// <param name="Curve">The s that each λ asks for, at λ = 0.1, 0.2, … as far as E exp(λX) is known to
/// <see cref="AssumptionOne.Precision"/>.</param>
public sealed record AssumptionOneRow(
    EntryLaw Law, MeanError Variance, MeanError Correlation, MeanError Tail, IReadOnlyList<SubGaussianPoint> Curve)
{
    private const double Errors = AssumptionTwoRow.Errors;

    /// <summary>The largest s that a λ asks for.</summary>
    [JsonIgnore]
    public SubGaussianPoint Largest => Curve.MaxBy(point => point.S)!;

    /// <summary>Whether s = 1 is enough as far as is known, within three standard errors: at every λ of the curve, and in the
    /// tails.</summary>
    /// <remarks>
    /// Of heavy tails the curve alone says little: the error of a mean of huge numbers is as uncertain as the mean, and five degrees of
    /// freedom of Student's law passed for sub-Gaussian in a run of 160,000 draws.
    /// </remarks>
    [JsonIgnore]
    public bool OneIsEnough => Curve.All(point => point.S <= 1 + Errors * point.StandardError)
        && Tail.Mean <= AssumptionOne.LargestTail + Errors * Tail.StandardError;

    /// <summary>
    /// Whether the last λ asks for more than 1 and for more than the λ in the middle does, by three standard errors: then no end of it is
    /// in sight. Draws cannot show more, as the largest of finitely many numbers is finite.
    /// </summary>
    [JsonIgnore]
    public bool Rises
    {
        get
        {
            var (middle, last) = (Curve[Curve.Count / 2], Curve[^1]);
            return last.S > 1 + Errors * last.StandardError && last.S > middle.S + Errors * (last.StandardError + middle.StandardError);
        }
    }

    /// <summary>Whether drawn numbers satisfy (A1): variance 1, no correlation of neighbouring layers, and s = 1 is enough.</summary>
    [JsonIgnore]
    public bool IsSatisfied =>
        Math.Abs(Variance.Mean - 1) <= Errors * Variance.StandardError
        && Math.Abs(Correlation.Mean) <= Errors * Correlation.StandardError
        && OneIsEnough;
}
