using Tortue.DepthScaling;
using Tortue.Exercises;
using Tortue.Numerics;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.DepthScaling;

/// <summary>The solutions of the exercises from 6.7 on beside something that does not know them.</summary>
public sealed class ExerciseSolutionsTests
{
    [Theory]
    [InlineData(1000, 1, 0.1)]
    [InlineData(300, 0.7, 0.9)]
    public void TheProbabilityIsTheDeltaAtWhichThePropositionGivesEpsilon(int depth, double beta, double epsilon)
    {
        double probability = DepthScalingExercises.CorollaryProbability.Answer.Answer(depth, beta, epsilon);
        var shape = new ResidualShape { Depth = depth, Beta = beta };
        Assert.Equal(epsilon * epsilon, HiddenStateBounds.Proposition2(shape, probability).Upper!.Value, 1e-12);

        var (product, applies) = DepthScalingExercises.CorollaryProduct.Answer.Answer(depth, beta);
        Assert.Equal(depth * shape.Alpha * shape.Alpha, product, 1e-12);
        Assert.Equal(HiddenStateBounds.Proposition2(shape, 0.1).Applies, applies);
    }

    [Fact]
    public void EveryDeltaThatGoesToZeroSlowlyEnoughIsRight()
    {
        AssertCorrect(DepthScalingExercises.CorollaryLimit.Check((L, _) => 1 / Math.Log(L), seed: 1));
        AssertCorrect(DepthScalingExercises.CorollaryLimit.Check((L, beta) => 0.3 * Math.Pow(L, (1 - 2 * beta) / 3), seed: 1));

        var tooSmall = DepthScalingExercises.CorollaryLimit.Check((L, _) => Math.Exp(-L), seed: 1);
        Assert.Contains("the bound does not go to 0", tooSmall.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0.1, 0.1)]
    [InlineData(0.75, 0.3, 0.2)]
    public void TheSharperDepthIsTheFirstAtWhichTheExactMeanIsSmallEnough(double beta, double epsilon, double delta)
    {
        int depth = DepthScalingExercises.SharperDepth.Answer.Answer(beta, epsilon, delta);
        double Mean(int layers) => ExactGrowth.SquaredChange(new() { Depth = layers, Beta = beta })!.Value;
        Assert.True(Mean(depth) <= delta * epsilon * epsilon);
        Assert.True(Mean(depth - 1) > delta * epsilon * epsilon);
    }

    // The increments of L steps add up to B_L, whose variance is L^(2H).
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.85)]
    public void TheCovariancesAddUpToTheVarianceOfThePath(double hurst)
    {
        var covariance = DepthScalingExercises.NoiseCovariance.Answer.Answer;
        var law = StationaryGaussian.FractionalNoise(50, hurst);
        double sum = Enumerable.Range(0, 50).Sum(j => Enumerable.Range(0, 50).Sum(k => covariance(Math.Abs(j - k), hurst)));

        Assert.Equal(Math.Pow(50, 2 * hurst), sum, 1e-9 * sum);
        Assert.All(Enumerable.Range(0, 50), lag => Assert.Equal(law.Autocovariance(lag), covariance(lag, hurst), 1e-12));
    }

    // 4,000 paths: their standard deviation is known to 1.1 %, and the tolerances are 4 standard errors. The third order of the logarithm
    // is of the order of L α³, far below.
    [Theory]
    [InlineData(0.3, 0.6)]
    [InlineData(0.8, 0.8)]
    public void TheLogarithmOfAScalarNetworkSpreadsAndDriftsAsSolved(double hurst, double beta)
    {
        const int depth = 500, count = 4000;
        var noise = new float[depth * count];
        StationaryGaussian.FractionalNoise(depth, hurst).Fill(noise, count, count, 1, default, 5);
        double alpha = Math.Pow(depth, -beta);
        double[] sums = new double[count], squares = new double[count], logarithms = new double[count];
        for (int i = 0; i < noise.Length; i++)
        {
            sums[i % count] += alpha * noise[i];
            squares[i % count] -= alpha * alpha * noise[i] * noise[i] / 2;
            logarithms[i % count] += Math.Log(1 + alpha * noise[i]);
        }

        var (spread, drift) = DepthScalingExercises.LogarithmicGrowth.Answer.Answer(depth, hurst, beta);
        Assert.Equal(spread, Math.Sqrt(sums.Average(sum => sum * sum)), 0.045 * spread);
        Assert.Equal(drift, squares.Average(), 0.01 * Math.Abs(drift));
        Assert.Equal(drift, logarithms.Average(), 4 * spread / Math.Sqrt(count) + 0.01 * Math.Abs(drift));
    }

    // Medians of 24 networks at two depths: a few per cent each where the change is of order 1.
    [Theory]
    [InlineData("iid", ResidualModel.Res3)]
    [InlineData("rbf", ResidualModel.Res3)]
    [InlineData("fbm(0.2)", ResidualModel.Res3)]
    [InlineData("fbm(0.8)", ResidualModel.Res3)]
    [InlineData("fbm(0.35)", ResidualModel.Res1)]
    [InlineData("fbm(0.8)", ResidualModel.Res1)]
    public void AtTheCriticalExponentTheChangeStaysAndBelowAndAboveItDoesNot(string name, ResidualModel model)
    {
        var weights = WeightPath.Parse(name);
        double critical = DepthScalingExercises.CriticalExponent.Answer.Answer(weights, model);

        Assert.InRange(DepthBehaviour.Growth(weights, model, critical, 24), 0.75, 1.33);
        Assert.True(DepthBehaviour.Growth(weights, model, critical - 0.25, 24) > 1.5);
        Assert.True(DepthBehaviour.Growth(weights, model, critical + 0.25, 24) < 0.8);
    }

    [Fact]
    public void AWrongExponentIsAnsweredByWhatNetworksDoWithIt()
    {
        var explodes = DepthScalingExercises.CriticalExponent.Check((_, _) => 0.3, seed: 1);
        Assert.Contains("β = 0.3, with which the median change of 10 networks grows ", explodes.Message, StringComparison.Ordinal);
        Assert.Contains("-fold from 250 to 1,000 layers", explodes.Message, StringComparison.Ordinal);
        var fades = DepthScalingExercises.CriticalExponent.Check((_, _) => 0.9, seed: 1);
        Assert.Contains("falls to 1/", fades.Message, StringComparison.Ordinal);
        var none = DepthScalingExercises.CriticalExponent.Check((_, _) => -1, seed: 1);
        Assert.Contains("β = -1, which must be a number of at least 0", none.Message, StringComparison.Ordinal);
    }

    // dH/dt = a tanh(H) in one dimension: sinh(H) = sinh(h_0) exp(a t).
    [Fact]
    public void TheSolverFindsTheSolutionWhereItIsKnown()
    {
        var solution = EulerSteps.RungeKutta(_ => new[,] { { 1.5 } }, [0.4]);
        Assert.Equal(Math.Asinh(Math.Sinh(0.4) * Math.Exp(1.5)), solution[0], 1e-9);
    }

    [Fact]
    public void WeightsAtTheBeginningOfTheStepAreRightAndThoseInItsMiddleAreAnotherMethod()
    {
        var beginning = DepthScalingExercises.EulerNetwork.Check((v, h, depth) => EulerSteps.Euler(v, h, depth, 0), seed: 1);
        AssertCorrect(beginning);

        var solution = DepthScalingExercises.EulerNetwork.Check((v, h, _) => EulerSteps.RungeKutta(v, h), seed: 1);
        Assert.Contains("an error of 0 at L = 20 and of 0 at L = 80", solution.Message, StringComparison.Ordinal);
        Assert.Contains("it should give an error of", solution.Message, StringComparison.Ordinal);
        var shorter = DepthScalingExercises.EulerNetwork.Check((_, _, _) => [1], seed: 1);
        Assert.Contains("a state of 1 entries, where h_0 has 2", shorter.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheErrorsOfTheSolutionShowTheOrderOne()
    {
        Func<double, double[,]> weights = t => new[,] { { Math.Cos(3 * t), -1 }, { 1, Math.Sin(5 * t) } };
        var exact = EulerSteps.RungeKutta(weights, [1, 0.5]);
        double Error(int depth)
        {
            var last = DepthScalingExercises.EulerNetwork.Answer.Answer(weights, [1, 0.5], depth);
            return Math.Sqrt(last.Zip(exact, (a, b) => (a - b) * (a - b)).Sum());
        }

        Assert.Equal(1, DepthScalingExercises.ConvergenceOrder.Answer.Answer(100, Error(100), 450, Error(450)), 0.03);
    }

    // 20,000 fine increments of variance 1/(2L): the variance of the weights is known to 1.4 %.
    [Fact]
    public void TheWeightsOfACoarserPathHaveTheirVarianceAndEndWhereThePathEnds()
    {
        const int fineSteps = 20_000, width = 40;
        var noise = new float[fineSteps];
        Philox4x32.FillNormal(noise, MathF.Sqrt(1f / fineSteps), default, 3);
        double[] fine = [.. noise.Select(x => (double)x)];

        var (increments, weights) = DepthScalingExercises.CoarserPath.Answer.Answer(fine, width);

        Assert.Equal(fine.Sum(), increments.Sum(), 1e-9);
        Assert.Equal(1.0 / width, weights.Average(v => v * v), 0.06 / width);
        Assert.Equal(fine.Sum() / Math.Sqrt(width), weights.Sum() / Math.Sqrt(weights.Length), 1e-9);
    }

    [Theory]
    [InlineData(3, 1, 1e-5)]
    [InlineData(-0.2, 0.1, 0.3)]
    public void TheEnginesBatchNormalisationMakesTheSameOfTwo(double a, double b, double epsilon)
    {
        using var batch = tensor(new[] { a, b }).reshape(2, 1);
        using var normalised = nn.functional.batch_norm(batch, null!, null!, training: true, eps: epsilon);

        var (first, second) = DepthScalingExercises.BatchOfTwo.Answer.Answer(a, b, epsilon);

        Assert.Equal([first, second], normalised.data<double>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-6);
    }

    // h + BN(V relu(W h)) over batches of 8, in plain loops. A mean over 400 networks of width 6 is known to about 1 %.
    [Fact]
    public void TheMeanSquareOfNormalisedBlocksGrowsByOneABlock()
    {
        const int batch = 8, width = 6, blocks = 12, networks = 400;
        var random = new Random(4);
        var squares = new double[blocks + 1];
        for (int network = 0; network < networks; network++)
        {
            var states = Draw(batch, width, random);
            for (int k = 0; k <= blocks; k++)
            {
                squares[k] += states.Cast<double>().Average(x => x * x) / networks;
                states = Next(states, Draw(width, width, random), Draw(width, width, random));
            }
        }

        var share = DepthScalingExercises.NormalisedShare.Answer.Answer;
        Assert.All(Enumerable.Range(1, blocks), k => Assert.Equal(1 / Math.Sqrt(squares[k - 1]), share(k, squares[0]), 0.02));
    }

    private static double[,] Next(double[,] states, double[,] v, double[,] w)
    {
        var (batch, width) = (states.GetLength(0), states.GetLength(1));
        var branch = new double[batch, width];
        for (int n = 0; n < batch; n++)
        {
            double[] inner = [.. Enumerable.Range(0, width).Select(i =>
                Math.Max(0, Enumerable.Range(0, width).Sum(j => w[i, j] * states[n, j])))];
            for (int i = 0; i < width; i++)
                branch[n, i] = Enumerable.Range(0, width).Sum(j => v[i, j] * inner[j]);
        }

        var next = (double[,])states.Clone();
        for (int i = 0; i < width; i++)
        {
            double[] column = [.. Enumerable.Range(0, batch).Select(n => branch[n, i])];
            double mean = column.Average(), deviation = Math.Sqrt(column.Average(x => (x - mean) * (x - mean)));
            for (int n = 0; n < batch; n++)
                next[n, i] += (column[n] - mean) / deviation;
        }

        return next;
    }

    private static double[,] Draw(int rows, int columns, Random random)
    {
        var matrix = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                matrix[i, j] = Math.Sqrt(3) * (2 * random.NextDouble() - 1);
        }

        return matrix;
    }

    private static void AssertCorrect(CheckResult result) => Assert.True(result.State == ExerciseState.Correct, result.ToString());
}
