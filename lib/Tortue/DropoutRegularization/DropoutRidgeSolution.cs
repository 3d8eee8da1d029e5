namespace Tortue.DropoutRegularization;

/// <summary>What the averaged weights of a regression with dropped inputs may be near to, in closed form.</summary>
/// <param name="Rate">Probability p that an input is dropped.</param>
/// <param name="Ridge">The weights of ridge with dropout's penalty, p / (1 − p) ‖Γ w‖².</param>
/// <param name="EqualPenalties">The weights of ridge with one strength for all weights, the mean of dropout's.</param>
/// <param name="LeastSquares">The weights of least squares, the same at every rate.</param>
public sealed record DropoutRidgeSolution(
    double Rate, IReadOnlyList<double> Ridge, IReadOnlyList<double> EqualPenalties, IReadOnlyList<double> LeastSquares)
{
    /// <summary>How far least squares is from ridge: the length of the difference.</summary>
    public double Gap => Distance(LeastSquares, Ridge);

    /// <summary>The length of the difference of two vectors.</summary>
    internal static double Distance(IEnumerable<double> a, IEnumerable<double> b) => Math.Sqrt(a.Zip(b, (u, v) => (u - v) * (u - v)).Sum());
}
