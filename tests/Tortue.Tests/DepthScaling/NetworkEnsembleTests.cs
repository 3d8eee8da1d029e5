using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Tortue.DepthScaling;
using Tortue.Experiments;
using Tortue.Models;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public class NetworkEnsembleTests
{
    private const string ExpectedBits = "TORTUE_TESTS_EXPECTED_BITS";

    // E‖h_L − h_0‖²/‖h_0‖² = E‖p_0 − p_L‖²/‖p_L‖² = (1 + ½ L^(−2β))^L − 1, within three standard errors.
    [Theory]
    [InlineData(10, 4000, 0.6289)]
    [InlineData(100, 2000, 0.6467)]
    [InlineData(1000, 600, 0.6485)]
    public void MeansAgreeWithTheExactExpectation(int depth, int networks, double expected)
    {
        var shape = new ResidualShape { Depth = depth };
        Assert.Equal(expected, ExactGrowth.SquaredChange(shape)!.Value, 5e-5);

        var samples = Run([new(shape, networks)], seed: 1)[0];

        AssertMean(samples.Select(sample => sample.HiddenChange * sample.HiddenChange), ExactGrowth.SquaredChange(shape)!.Value);
        AssertMean(samples.Select(sample => sample.GradientChange * sample.GradientChange), ExactGrowth.SquaredChange(shape)!.Value);
    }

    [Theory]
    [InlineData(ResidualModel.Res3, "identity", WeightLaw.Normal)]
    [InlineData(ResidualModel.Res3, "leaky_relu(0.5)", WeightLaw.Uniform)]
    [InlineData(ResidualModel.Res3, "relu", WeightLaw.Normal)]
    [InlineData(ResidualModel.Res1, "identity", WeightLaw.Uniform)]
    public void OtherExactExpectationsHoldToo(ResidualModel model, string activation, WeightLaw law)
    {
        var shape = new ResidualShape
        {
            Model = model,
            Activation = Activation.Parse(activation),
            Law = law,
            Width = 16,
            Depth = 30,
            Beta = 0.5,
        };

        var samples = Run([new(shape, 6000)], seed: 3)[0];

        AssertMean(samples.Select(sample => sample.HiddenChange * sample.HiddenChange), ExactGrowth.SquaredChange(shape)!.Value);
        AssertMean(samples.Select(sample => sample.GradientChange * sample.GradientChange), ExactGrowth.SquaredChange(shape)!.Value);
    }

    [Theory]
    [InlineData(ResidualModel.Res1, "relu")]
    [InlineData(ResidualModel.Res2, "identity")]
    [InlineData(ResidualModel.Res3, "tanh")]
    public void NothingExactIsClaimedWhereNothingIsKnown(ResidualModel model, string activation) =>
        Assert.Null(ExactGrowth.SquaredChange(new ResidualShape { Model = model, Activation = Activation.Parse(activation) }));

    [Fact]
    public void SamplesDoNotDependOnTheNumberOfThreads()
    {
        NetworkEnsemble[] ensembles = [new(new() { Depth = 30, Width = 20 }, 40), new(new() { Depth = 50, Width = 17 }, 30)];

        var one = Run(ensembles, seed: 7, threads: 1);
        var many = Run(ensembles, seed: 7, threads: 5);

        Assert.Equal(one, many);
    }

    // The test that this process runs again in others, whose vectors are narrower.
    [Fact]
    public void SamplesHaveTheBitsThatTheParentProcessExpects()
    {
        var expected = Environment.GetEnvironmentVariable(ExpectedBits) ?? Bits();

        Assert.Equal(expected, Bits());
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    public void SamplesDoNotDependOnTheWidthOfTheProcessorsVectors(string switchedOff)
    {
        var self = Environment.ProcessPath!;
        if (Path.GetFileNameWithoutExtension(self) == "dotnet")
            Assert.Skip("The tests were started through dotnet, not by their own program, which this test starts again.");
        var start = new ProcessStartInfo(self) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-method");
        start.ArgumentList.Add($"{typeof(NetworkEnsembleTests).FullName}.{nameof(SamplesHaveTheBitsThatTheParentProcessExpects)}");
        start.Environment[ExpectedBits] = Bits();
        start.Environment[switchedOff] = "0";

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.True(process.ExitCode == 0 && output.Contains("Total: 1", StringComparison.Ordinal), output);
    }

    [Fact]
    public void ReportsProgressUpToTheEnd()
    {
        var reports = new List<ExperimentProgress>();

        Run([new(new() { Depth = 10, Width = 10 }, 20)], seed: 1, progress: new Listener(reports.Add));

        Assert.Equal(1, reports[^1].Fraction);
        Assert.Equal(20 * 2 * 10 * 100, reports[^1].Total);
        Assert.Equal(TimeSpan.Zero, reports[^1].Remaining);
    }

    [Fact]
    public void StopsWhenCancelled() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            NetworkEnsemble.Run([new(new(), 1000)], 1, 2, null, new CancellationToken(canceled: true)));

    private static NetworkSample[][] Run(
        IReadOnlyList<NetworkEnsemble> ensembles, ulong seed, int threads = 2, IProgress<ExperimentProgress>? progress = null) =>
        NetworkEnsemble.Run(ensembles, seed, threads, progress, TestContext.Current.CancellationToken);

    private static string Bits()
    {
        var samples = Run(
            [
                new(new() { Width = 37, Depth = 40, Beta = 0.1 }, 4),
                new(new() { Width = 70, Depth = 10, Law = WeightLaw.Normal, Activation = Activation.LeakyRelu(0.3) }, 3),
            ],
            seed: 3).SelectMany(ensemble => ensemble).ToArray();
        return Convert.ToHexString(MemoryMarshal.AsBytes<NetworkSample>(samples));
    }

    private static void AssertMean(IEnumerable<double> values, double expected)
    {
        var all = values.ToArray();
        var mean = all.Average();
        var error = Math.Sqrt(all.Sum(value => (value - mean) * (value - mean)) / (all.Length - 1) / all.Length);
        Assert.True(
            Math.Abs(mean - expected) < 3 * error,
            string.Create(CultureInfo.InvariantCulture, $"mean {mean}, expected {expected}, standard error {error}"));
    }

    private sealed class Listener(Action<ExperimentProgress> listen) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) => listen(value);
    }
}
