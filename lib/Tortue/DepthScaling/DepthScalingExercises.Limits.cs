using Tortue.Exercises;

namespace Tortue.DepthScaling;

public static partial class DepthScalingExercises
{
    /// <summary>
    /// Exercise 6.14: a network with α_L = 1/L whose weights are samples of a smooth function 𝒱, as Euler's method for
    /// dH/dt = 𝒱(t) tanh(H).
    /// </summary>
    public static
        FunctionExercise<
            Func<Func<double, double[,]>, double[], int, double[]>, (double A, double Omega, double[] Start), object?>
        EulerNetwork
    { get; } = new()
    {
        Id = "6.14",
        Title = DepthScalingText.EulerExerciseTitle,
        Arguments = ["a", "omega", "h0"],
        Inputs = random => [(1, 3, [1, 0.5]), (2, 6, [0.5, -1]), .. Draw(2, () => EulerInput(random))],
        Call = (network, input) => EulerSteps.Of(network, Turning(input.A, input.Omega), input.Start),
        Answer = SourceCode.Of<Func<Func<double, double[,]>, double[], int, double[]>>((V, h0, L) =>
        {
            var h = h0;
            for (var k = 0; k < L; k++)
            {
                var v = V((k + 1.0) / L);
                var g = h.Select(Math.Tanh).ToArray();
                double Slope(int i) => g.Select((y, j) => v[i, j] * y).Sum();
                h = h.Select((x, i) => x + Slope(i) / L).ToArray();
            }

            return h;
        }),
        Misconceptions =
        [
            new((v, h, depth) => Layers(v, h, depth, 1, Math.Tanh), DepthScalingText.EulerWithoutAlpha),
            new((v, h, depth) => Layers(v, h, depth, 1 / Math.Sqrt(depth), Math.Tanh), DepthScalingText.EulerRoot),
            new((v, h, depth) => Layers(_ => v(0), h, depth, 1.0 / depth, Math.Tanh), DepthScalingText.EulerWholeDivision),
            new(
                (v, h, depth) => Layers(t => v(t < 1 ? 0 : 1), h, depth, 1.0 / depth, Math.Tanh),
                DepthScalingText.EulerWholeDivision),
            new((v, h, depth) => Layers(v, h, depth, 1.0 / depth, x => x), DepthScalingText.EulerLinear),
            new((v, h, depth) => Layers(v, h, depth - 1, 1.0 / depth, Math.Tanh), DepthScalingText.EulerOneLess),
            new(InPlace, DepthScalingText.EulerInPlace),
            new(WithoutShortcut, DepthScalingText.EulerWithoutShortcut),
        ],
        Hints = [DepthScalingText.EulerHint1, DepthScalingText.EulerHint2],
        Explanation = DepthScalingText.EulerExplanation,
    };

    /// <summary>Exercise 6.15: the order of convergence from the errors at two depths.</summary>
    public static
        FunctionExercise<
            Func<int, double, int, double, double>, (int L1, double Error1, int L2, double Error2), double>
        ConvergenceOrder
    { get; } = new()
    {
        Id = "6.15",
        Title = DepthScalingText.OrderExerciseTitle,
        Arguments = ["L1", "error1", "L2", "error2"],
        Inputs = random => [(10, 0.2, 100, 0.02), (100, 0.04, 400, 0.02), .. Draw(18, () => OrderInput(random))],
        Call = (order, input) => order(input.L1, input.Error1, input.L2, input.Error2),
        Answer = SourceCode.Of<Func<int, double, int, double, double>>((L1, error1, L2, error2) =>
            Math.Log(error1 / error2) / Math.Log((double)L2 / L1)),
        Misconceptions =
        [
            new((l1, e1, l2, e2) => Math.Log(e2 / e1) / Math.Log((double)l2 / l1), DepthScalingText.OrderSign),
            new((l1, e1, l2, e2) => Math.Log(e1 / e2) / Math.Log(l2 / l1), DepthScalingText.OrderWholeDivision),
            new((_, e1, _, e2) => Math.Log2(e1 / e2), DepthScalingText.OrderDoubled),
            new((_, e1, _, e2) => Math.Log(e1 / e2), DepthScalingText.OrderWithoutDepth),
            new((l1, e1, l2, e2) => e1 / e2 / ((double)l2 / l1), DepthScalingText.OrderOfRatios),
            new((l1, e1, l2, e2) => (e1 - e2) / (l2 - l1), DepthScalingText.OrderOfDifferences),
            new((l1, e1, l2, e2) => Math.Log((double)l2 / l1) / Math.Log(e1 / e2), DepthScalingText.OrderUpsideDown),
        ],
        Hints = [DepthScalingText.OrderHint1, DepthScalingText.OrderHint2],
        Explanation = DepthScalingText.OrderExplanation,
    };

    /// <summary>
    /// Exercise 6.16: the increments of a Brownian path over 2L steps as those over L, and the entries of V that they stand for:
    /// V_k = √(L/d) ΔB_k.
    /// </summary>
    public static
        FunctionExercise<
            Func<double[], int, (double[] Increments, double[] Weights)>, (double[] Fine, int D), (double[] Increments, double[] Weights)>
        CoarserPath
    { get; } = new()
    {
        Id = "6.16",
        Title = DepthScalingText.CoarserExerciseTitle,
        Arguments = ["fine", "d"],
        Inputs = random =>
        [
            ([0.1, 0.2, -0.5, 0.1], 1), ([1, -1], 4),
            .. Draw(16, () => (Draws.Vector(random, 2 * random.Next(2, 5)), random.Next(2, 50))),
        ],
        Call = (coarser, input) => coarser(input.Fine, input.D),
        Answer = SourceCode.Of<Func<double[], int, (double[] Increments, double[] Weights)>>((fine, d) =>
        {
            var L = fine.Length / 2;
            var (increments, weights) = (new double[L], new double[L]);
            for (var k = 0; k < L; k++)
            {
                increments[k] = fine[2 * k] + fine[2 * k + 1];
                weights[k] = Math.Sqrt((double)L / d) * increments[k];
            }

            return (increments, weights);
        }),
        Misconceptions =
        [
            new((fine, d) => Weighted(Pairs(fine, (a, b) => (a + b) / 2), d, Root), DepthScalingText.CoarserMean),
            new((fine, d) => Weighted(Pairs(fine, (a, _) => a), d, Root), DepthScalingText.CoarserEverySecond),
            new((fine, d) => Weighted(Pairs(fine, (_, b) => b), d, Root), DepthScalingText.CoarserEverySecond),
            new((fine, d) => Weighted(Pairs(fine, (a, b) => (a + b) / Math.Sqrt(2)), d, Root), DepthScalingText.CoarserRescaled),
            new((fine, d) => Weighted(Halves(fine), d, Root), DepthScalingText.CoarserHalves),
            new((fine, d) => Weighted(Sums(fine), d, (depth, width) => Math.Sqrt(2.0 * depth / width)), DepthScalingText.CoarserFineDepth),
            new((fine, d) => Weighted(Sums(fine), d, (depth, width) => (double)depth / width), DepthScalingText.CoarserWithoutRoot),
            new((fine, d) => Weighted(Sums(fine), d, (_, width) => 1 / Math.Sqrt(width)), DepthScalingText.CoarserWithoutDepth),
            new((fine, d) => Weighted(Sums(fine), d, (depth, _) => Math.Sqrt(depth)), DepthScalingText.CoarserWithoutWidth),
            new((fine, d) => Weighted(Sums(fine), d, (depth, width) => Math.Sqrt(depth / width)), DepthScalingText.CoarserWholeDivision),
        ],
        Hints = [DepthScalingText.CoarserHint1, DepthScalingText.CoarserHint2],
        Explanation = DepthScalingText.CoarserExplanation,
    };

    private static (double A, double Omega, double[] Start) EulerInput(Random random) =>
        (Between(random, 0.5, 2), Between(random, 1, 6), [Between(random, 0.5, 1.5), Between(random, -1.5, -0.5)]);

    private static (int L1, double Error1, int L2, double Error2) OrderInput(Random random)
    {
        int first = random.Next(10, 100), second = random.Next(2 * first + 1, 20 * first);
        double error = Between(random, 0.05, 0.9), order = Between(random, 0.3, 2.2);
        return (first, error, second, Math.Round(error * Math.Pow((double)second / first, -order), 9));
    }

    // a times the rotation by the angle ω t.
    private static Func<double, double[,]> Turning(double a, double omega) => t => new[,]
    {
        { a * Math.Cos(omega * t), -a * Math.Sin(omega * t) },
        { a * Math.Sin(omega * t), a * Math.Cos(omega * t) },
    };

    private static double[] Layers(Func<double, double[,]> v, double[] start, int depth, double alpha, Func<double, double> activation)
    {
        var state = start;
        for (int k = 1; k <= depth; k++)
        {
            var (matrix, g) = (v((double)k / depth), state.Select(activation).ToArray());
            state = [.. state.Select((x, i) => x + alpha * g.Select((y, j) => matrix[i, j] * y).Sum())];
        }

        return state;
    }

    private static double[] InPlace(Func<double, double[,]> v, double[] start, int depth)
    {
        double[] state = [.. start];
        for (int k = 1; k <= depth; k++)
        {
            var matrix = v((double)k / depth);
            for (int i = 0; i < state.Length; i++)
                state[i] += state.Select((x, j) => matrix[i, j] * Math.Tanh(x)).Sum() / depth;
        }

        return state;
    }

    private static double[] WithoutShortcut(Func<double, double[,]> v, double[] start, int depth)
    {
        var state = start;
        for (int k = 1; k <= depth; k++)
        {
            var (matrix, before) = (v((double)k / depth), state);
            state = [.. before.Select((_, i) => before.Select((x, j) => matrix[i, j] * Math.Tanh(x)).Sum() / depth)];
        }

        return state;
    }

    private static double[] Pairs(double[] fine, Func<double, double, double> join) =>
        [.. Enumerable.Range(0, fine.Length / 2).Select(k => join(fine[2 * k], fine[2 * k + 1]))];

    private static double[] Sums(double[] fine) => Pairs(fine, (a, b) => a + b);

    private static double[] Halves(double[] fine) => [.. fine.Take(fine.Length / 2).Zip(fine.Skip(fine.Length / 2), (a, b) => a + b)];

    private static double Root(int depth, int width) => Math.Sqrt((double)depth / width);

    private static (double[] Increments, double[] Weights) Weighted(double[] increments, int width, Func<int, int, double> factor) =>
        (increments, [.. increments.Select(step => factor(increments.Length, width) * step)]);
}
