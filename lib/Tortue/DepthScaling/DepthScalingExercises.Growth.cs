using Tortue.Exercises;

namespace Tortue.DepthScaling;

public static partial class DepthScalingExercises
{
    /// <summary>Exercise 6.1: the limit of E‖h_L − h_0‖²/‖h_0‖² at β = ½ where the activation is the identity.</summary>
    public static ValueExercise<double> IdentityLimit { get; } = new()
    {
        Id = "6.1",
        Title = DepthScalingText.IdentityTitle,
        Tolerance = LimitTolerance,
        Answer = SourceCode.Of(Math.E - 1),
        Misconceptions =
        [
            new(Math.Sqrt(Math.E) - 1, DepthScalingText.IdentityIsRelu),
            new(Math.E, DepthScalingText.ChangeWithoutStart),
            new(Math.Sqrt(Math.E - 1), DepthScalingText.ChangeIsRoot),
            new(1, DepthScalingText.ChangeFirstOrder),
        ],
        Hints = [DepthScalingText.IdentityHint1, DepthScalingText.IdentityHint2],
        Explanation = DepthScalingText.IdentityExplanation,
    };

    /// <summary>Exercise 6.2: E‖h_L − h_0‖²/‖h_0‖² for res-3 with ReLU, where the entries of W have the variance v/d.</summary>
    public static FunctionExercise<Func<int, double, double, double>, (int L, double Beta, double V), double> ExpectedChange { get; } = new()
    {
        Id = "6.2",
        Title = DepthScalingText.ChangeTitle,
        Arguments = ["L", "beta", "v"],
        Inputs = random =>
            [(10, 0.5, 1), (10, 0.5, 2), .. Draw(20, () => (random.Next(2, 201), Between(random, 0.3, 1), Between(random, 0.5, 3)))],
        Call = (change, input) => change(input.L, input.Beta, input.V),
        Answer = SourceCode.Of<Func<int, double, double, double>>((L, beta, v) =>
        {
            var alpha = Math.Pow(L, -beta);
            return Math.Pow(1 + v / 2 * alpha * alpha, L) - 1;
        }),
        Misconceptions =
        [
            new((L, beta, v) => Growth(L, v * Alpha2(L, beta)) - 1, DepthScalingText.ChangeWithoutHalf),
            new((L, beta, _) => Growth(L, Alpha2(L, beta) / 2) - 1, DepthScalingText.ChangeWithoutVariance),
            new((L, beta, v) => Growth(L, v * v / 2 * Alpha2(L, beta)) - 1, DepthScalingText.ChangeVarianceSquared),
            new((L, beta, v) => Growth(L, v / 2 * Math.Pow(L, -beta)) - 1, DepthScalingText.ChangeAlphaNotSquared),
            new((L, beta, v) => Growth(L, v / 2 * Alpha2(L, beta)), DepthScalingText.ChangeWithoutStart),
            new((L, beta, v) => Math.Sqrt(Growth(L, v / 2 * Alpha2(L, beta)) - 1), DepthScalingText.ChangeIsRoot),
            new((L, beta, v) => Math.Exp(v / 2 * L * Alpha2(L, beta)) - 1, DepthScalingText.ChangeIsLimit),
            new((L, beta, v) => v / 2 * L * Alpha2(L, beta), DepthScalingText.ChangeFirstOrder),
        ],
        Hints = [DepthScalingText.ChangeHint1, DepthScalingText.ChangeHint2],
        Explanation = DepthScalingText.ChangeExplanation,
    };

    /// <summary>Exercise 6.3: the exponent that separates the regimes, and the limit there, where W has He's variance 2/d.</summary>
    public static ValueExercise<(double Beta, double Limit)> HeVariance { get; } = new()
    {
        Id = "6.3",
        Title = DepthScalingText.HeTitle,
        Tolerance = LimitTolerance,
        Answer = SourceCode.Of<(double Beta, double Limit)>((0.5, Math.E - 1)),
        Misconceptions =
        [
            new((0.5, Math.Sqrt(Math.E) - 1), DepthScalingText.HeSameLimit),
            new((0.5, Math.E * Math.E - 1), DepthScalingText.HeWithoutHalf),
            new((0.5, Math.E), DepthScalingText.ChangeWithoutStart),
            new((1, Math.E - 1), DepthScalingText.HeMovesExponent),
            new((0.25, Math.E - 1), DepthScalingText.HeMovesExponent),
        ],
        Hints = [DepthScalingText.HeHint1, DepthScalingText.HeHint2],
        Explanation = DepthScalingText.HeExplanation,
    };

    /// <summary>Exercise 6.4: the scaling factor by which a network of L layers changes its input by a given amount, in mean square.</summary>
    public static FunctionExercise<Func<int, double, double>, (int L, double Change), double> ScaleFor { get; } = new()
    {
        Id = "6.4",
        Title = DepthScalingText.ScaleTitle,
        Arguments = ["L", "change"],
        Inputs = random => [(1, 0.5), (10, 1), (100, 0.649), .. Draw(20, () => (random.Next(2, 61), Between(random, 0.1, 5)))],
        Call = (scale, input) => scale(input.L, input.Change),
        Answer = SourceCode.Of<Func<int, double, double>>((L, change) => Math.Sqrt(2 * (Math.Pow(1 + change, 1.0 / L) - 1))),
        Misconceptions =
        [
            new((_, _) => 0, DepthScalingText.ScaleWholeDivision),
            new((L, _) => 1 / Math.Sqrt(L), DepthScalingText.ScaleOneOverRoot),
            new((L, change) => Math.Sqrt(2 * Math.Log(1 + change) / L), DepthScalingText.ScaleIsLimit),
            new((L, change) => Math.Sqrt(2 * change / L), DepthScalingText.ScaleFirstOrder),
            new((L, change) => Math.Sqrt(Math.Pow(1 + change, 1.0 / L) - 1), DepthScalingText.ChangeWithoutHalf),
            new((L, change) => 2 * (Math.Pow(1 + change, 1.0 / L) - 1), DepthScalingText.ScaleIsSquare),
            new((L, change) => Math.Sqrt(2 * (Math.Pow(change, 1.0 / L) - 1)), DepthScalingText.ScaleWithoutStart),
        ],
        Hints = [DepthScalingText.ScaleHint1, DepthScalingText.ScaleHint2],
        Explanation = DepthScalingText.ScaleExplanation,
    };

    private static double Alpha2(int L, double beta) => Math.Pow(L, -2 * beta);

    private static double Growth(int L, double perLayer) => Math.Pow(1 + perLayer, L);
}
