using System.Text.Json.Nodes;
using Tortue.DepthScaling;
using Tortue.Experiments;
using Tortue.Models;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public class SdeLimitTests
{
    private static readonly SdeLimitOptions Small = new() { Width = 8, Networks = 400, Depths = [8, 16, 32], FinestDepth = 1024 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // h_{k+1} = h_k + α V σ(h_k) with V = √(L/d) ΔB and α = 1/√L, ΔB being the sum of the finest increments.
    [Theory]
    [InlineData(16)]
    [InlineData(8)]
    [InlineData(4)]
    public void EveryDepthSeesTheSameBrownianPath(int depth)
    {
        const int Width = 3, Finest = 16;
        var networks = new BrownianNetworks([Activation.Tanh], Width, Finest, 4, 5, 9);
        double[] h = [.. networks.Start];
        for (var layer = 0; layer < depth; layer++)
        {
            var sum = new double[Width * Width];
            for (var step = layer * Finest / depth; step < (layer + 1) * Finest / depth; step++)
            {
                var drawn = new float[Width * Width];
                networks.DrawIncrement(step, drawn);
                for (var i = 0; i < sum.Length; i++)
                    sum[i] += drawn[i];
            }

            h = [.. h.Select((x, i) => x + Enumerable.Range(0, Width).Sum(j => sum[j * Width + i] * Math.Tanh(h[j])))];
        }

        var layers = new int[networks.Levels];
        networks.Run(level => layers[level]++, Cancellation);
        Assert.Equal([16, 8, 4], layers);
        var state = networks.State((int)Math.Log2(Finest / depth), 0).ToArray();
        Assert.All(h.Zip(state), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    // With one unit and σ = identity H_1 = exp(B_1 − ½) h_0, and ln h_N = Σ ln(1 + ΔB) differs from its logarithm by (1 − Σ ΔB²)/2 and
    // smaller terms: on average by nothing, and with the standard deviation 1/√(2N). 2,000 paths show it within 1.6 %.
    [Fact]
    public void OneLinearUnitIsGeometricBrownianMotion()
    {
        const int Finest = 1024, Paths = 2000;
        var differences = Enumerable.Range(0, Paths).Select(path =>
        {
            var networks = new BrownianNetworks([Activation.Identity], 1, Finest, Finest, path, 3);
            var end = 0.0;
            var increment = new float[1];
            for (var step = 0; step < Finest; step++)
            {
                networks.DrawIncrement(step, increment);
                end += increment[0];
            }

            networks.Run(_ => { }, Cancellation);
            return Math.Log(networks.State(0, 0)[0] / networks.Start[0]) - (end - 0.5);
        }).ToArray();
        var deviation = Math.Sqrt(differences.Average(x => x * x));

        Assert.Equal(0, differences.Average(), 4 * deviation / Math.Sqrt(Paths));
        Assert.Equal(1 / Math.Sqrt(2.0 * Finest), deviation, 0.08 / Math.Sqrt(2.0 * Finest));
    }

    // Mean squares over 400 paths: their standard error is known from the paths themselves.
    [Fact]
    public void TheStrongErrorOfTheIdentityIsTheExactOne()
    {
        var result = SdeLimit.Run(Small, cancellation: Cancellation);
        var errors = result.Networks.Select(network => network.Errors.Single(one => one.Activation == Activation.Identity)).ToArray();
        foreach (var (index, depth) in Small.Depths.Index())
        {
            AssertMean(errors.Select(one => one.Last[index]), SdeLimitResult.ExactError(depth, Small.FinestDepth));
            AssertMean(errors.Select(one => one.LastDoubled[index]), SdeLimitResult.ExactError(depth, 2 * depth));
        }

        static void AssertMean(IEnumerable<double> distances, double exact)
        {
            var mean = MeanError.Of(distances.Select(distance => distance * distance));
            Assert.Equal(exact * exact, mean.Mean, 4 * mean.StandardError);
            Assert.InRange(mean.StandardError, 0, 0.2 * mean.Mean);
        }
    }

    // Where steps are short the exact error is that against the equation itself: e − (1 + 1/L)^L = e/(2L) and smaller terms.
    [Fact]
    public void TheExactErrorHasTheOrderOneHalf()
    {
        Assert.Equal(Math.Sqrt(Math.E / 2000), SdeLimitResult.ExactError(1000, 1 << 28), 1e-4);
        Assert.Equal(Math.Sqrt(Math.E / 4000), SdeLimitResult.ExactError(1000, 2000), 1e-4);
    }

    [Fact]
    public void SmallNetworksConvergeWithOrderOneHalf()
    {
        var result = SdeLimit.Run(Small with { Depths = [16, 64, 256], FinestDepth = 4096, Networks = 100 }, cancellation: Cancellation);
        foreach (var reference in Enum.GetValues<SdeReference>())
        {
            Assert.Equal(0.5, result.Order(Activation.Relu, reference).Mean, 0.08);
            Assert.Equal(0.5, result.OrderAlongTheLayers(Activation.Relu, reference).Mean, 0.08);
        }

        Assert.All(result.Networks.SelectMany(network => network.Errors), errors =>
            Assert.All(
                errors.Largest.Zip(errors.Last).Concat(errors.LargestDoubled.Zip(errors.LastDoubled)),
                pair => Assert.True(pair.First >= pair.Second)));
    }

    [Fact]
    public void TheResultDoesNotDependOnThreadsAndSurvivesJson()
    {
        var options = Small with { Networks = 6 };
        var one = SdeLimit.Run(options with { Threads = 1 }, cancellation: Cancellation);
        var three = SdeLimit.Run(options with { Threads = 3 }, cancellation: Cancellation);
        Assert.Equal(ExperimentJson.Write(one with { Options = three.Options, Run = three.Run }), ExperimentJson.Write(three));

        var read = ExperimentJson.Read<SdeLimitResult>(ExperimentJson.Write(one));
        Assert.Equal(ExperimentJson.Write(one), ExperimentJson.Write(read));
        Assert.Equal(one.Figure().ToJson(), read.Figure().ToJson());
    }

    [Fact]
    public void TheFilmRefinesOnePath()
    {
        var result = SdeLimit.Run(Small with { Networks = 2 }, cancellation: Cancellation);
        var frames = JsonNode.Parse(result.Paths().ToJson())!["frames"]!.AsArray();
        Assert.Equal(
            ["4", "8", "16", "32", "64", "128", "256", "512", "1024"], frames.Select(frame => frame!["name"]!.GetValue<string>()));

        // At t = 1 the last but one is near the deepest, whose own end is the end of the path.
        double[] ends = [.. result.NetworkPaths.Select(path => path.Coordinates[0][^1])];
        Assert.True(Math.Abs(ends[^2] - ends[^1]) < 0.3);
        Assert.All(result.NetworkPaths, path => Assert.Equal((0, path.Steps + 1), (path.Coordinates[0][0], path.Coordinates[0].Count)));
    }

    [Theory]
    [InlineData(0.5, 0.5, VerdictKind.Reproduced)]
    [InlineData(0.5, 1, VerdictKind.PartlyReproduced)]
    [InlineData(1, 0.3, VerdictKind.NotReproduced)]
    public void OrdersAreJudgedByTheirIntervals(double finest, double doubled, VerdictKind kind)
    {
        var result = MadeUp(finest, doubled, spread: 0.01);
        Assert.Equal(kind, result.Verdict().Kind);
        Assert.Equal(kind == VerdictKind.Reproduced, result.Figure().ToJson().Contains("half the strong error", StringComparison.Ordinal));
    }

    // The mean is ½, but the interval is wide.
    [Fact]
    public void FewDifferentPathsDoNotShowAnOrder() =>
        Assert.Equal(VerdictKind.NotReproduced, MadeUp(0.5, 0.5, spread: 0.2).Verdict().Kind);

    [Fact]
    public void WithoutTheIdentityALineShowsTheSlope()
    {
        var result = MadeUp(0.5, 0.5, 0.01);
        Assert.Contains("slope", result.Figure().ToJson(), StringComparison.Ordinal);
        var small = SdeLimit.Run(Small with { Networks = 2 }, cancellation: Cancellation);
        Assert.Contains("exact for the identity", small.Figure().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void WrongSettingsAreRefusedInOneSentence()
    {
        AssertRefused("The list of activations must hold at least one, each only once.", new() { Activations = [] });
        AssertRefused(
            "The residual networks of this chapter take the activations relu, identity, tanh and leaky_relu(slope), not sigmoid.",
            new() { Activations = [Activation.Sigmoid] });
        AssertRefused("The list of depths L must hold at least two, powers of two in ascending order.", new() { Depths = [16, 48] });
        AssertRefused("The list of depths L must hold at least two, powers of two in ascending order.", new() { Depths = [16] });
        AssertRefused("The list of depths L must hold at least two, powers of two in ascending order.", new() { Depths = [0, 16] });
        const string Finest = "The finest network must have a power of two of layers, at least 16 times those of the deepest, "
            + "between 16384 and 1048576, not ";
        AssertRefused(Finest + "8192.", new() { FinestDepth = 8192 });
        AssertRefused(Finest + "20000.", new() { FinestDepth = 20_000 });
        AssertRefused("The number of networks must be between 2 and 10000, not 1.", new() { Networks = 1 });
        AssertRefused("The number of threads must be at least 1, not 0.", new() { Threads = 0 });
        AssertRefused("The width d must be between 1 and 4096, not 0.", new() { Width = 0 });
    }

    private static void AssertRefused(string message, SdeLimitOptions options) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(options.Validate).Message);

    // Errors that follow powers which spread about two exponents.
    private static SdeLimitResult MadeUp(double finest, double doubled, double spread)
    {
        var options = new SdeLimitOptions { Activations = [Activation.Relu], Depths = [16, 64, 256] };
        var networks = new[] { -spread, 0, spread }.Select(more =>
        {
            var (first, second) = (Powers(finest + more), Powers(doubled + more));
            return new SdeLimitNetwork([new(Activation.Relu, first, first, second, second)]);
        });
        return new(options, Synthetic.Run, [.. networks], [new(1, [[0, 1]]), new(2, [[0, 0, 1]])]);

        double[] Powers(double order) => [.. options.Depths.Select(depth => Math.Pow(depth, -order))];
    }
}
