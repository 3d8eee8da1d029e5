using Tortue.DepthScaling;
using Tortue.Experiments;
using Tortue.Models;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public sealed class AssumptionTableTests
{
    private static readonly AssumptionTableOptions Small = new() { Draws = 500, Networks = 2, Width = 20 };

    public static TheoryData<Action, string> Wrong => new()
    {
        { (Small with { Activations = [] }).Validate, "The list of activations must hold at least one, each only once." },
        {
            (Small with { Activations = [Activation.Relu, Activation.Relu] }).Validate,
            "The list of activations must hold at least one, each only once."
        },
        { (Small with { Laws = [] }).Validate, "The lists of laws must hold at least one, each only once." },
        { (Small with { EntryLaws = [(EntryLaw)99] }).Validate, "The lists of laws must hold at least one, each only once." },
        { (Small with { Draws = 1 }).Validate, "The number of draws must be between 2 and 100000, not 1." },
        { (Small with { Networks = 1 }).Validate, "The number of networks must be between 2 and 10000, not 1." },
        { (Small with { Threads = 0 }).Validate, "The number of threads must be at least 1, not 0." },
        { (Small with { Width = 0 }).Validate, "The width d must be between 1 and 4096, not 0." },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void WrongSettingsAreRefusedInOneSentence(Action validate, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(validate).Message);

    [Fact]
    public void AnActivationThatTheNetworksDoNotTakeIsRefused() =>
        Assert.Throws<ArgumentException>((Small with { Activations = [Activation.Sigmoid] }).Validate);

    [Fact]
    public void EveryPresetIsValid()
    {
        AssumptionTableOptions.Quick.Validate();
        AssumptionTableOptions.Standard.Validate();
        AssumptionTableOptions.Full.Validate();
    }

    [Fact]
    public void DrawingAgreesWithReasoningWhateverTheThreads()
    {
        var result = AssumptionTable.Run(Small, cancellation: TestContext.Current.CancellationToken);
        var alone = AssumptionTable.Run(Small with { Threads = 1 }, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(VerdictKind.PartlyReproduced, result.Verdict().Kind);
        Assert.Equal(
            "of 15 kinds of network 6 satisfy (A2): res-1 with leaky_relu(0.8), identity; res-2 with none of the activations; res-3 with relu, "
            + "leaky_relu(0.1), leaky_relu(0.8), identity. Of the laws, (A1) holds for uniform, normal; not for Laplace, Student t (5), "
            + "smooth (rbf), fractional H = 0.2, fractional H = 0.8. Drawing agrees with reasoning in all 32 rows.",
            result.Verdict().Sentence);
        var json = ExperimentJson.Write(result);
        var read = ExperimentJson.Read<AssumptionTableResult>(json);
        Assert.Equal(json, ExperimentJson.Write(read));
        Assert.Equal(result.Verdict(), read.Verdict());
        Assert.Equal(result.Figure().ToJson(), read.Figure().ToJson());
        Assert.Equal(result.LawFigure().ToJson(), read.LawFigure().ToJson());
        Assert.Equal(result.Figure().ToJson(), result.ToMimeBundle()["application/vnd.plotly.v1+json"]);
        Assert.Equal(result.Table().ToString(), alone.Table().ToString());
        Assert.Equal(result.LawTable().ToString(), alone.LawTable().ToString());
    }

    // The exact moment generating functions, within three standard errors as far as the draws say that it is known.
    [Theory]
    [InlineData(EntryLaw.Uniform, 40)]
    [InlineData(EntryLaw.Normal, 10)]
    [InlineData(EntryLaw.Laplace, 5)]
    [InlineData(EntryLaw.Smooth, 8)]
    [InlineData(EntryLaw.Persistent, 8)]
    public void TheCurveIsThatOfTheLaw(EntryLaw law, int points)
    {
        var row = AssumptionOne.Measure(law, 8, 3, TestContext.Current.CancellationToken);

        Assert.True(row.Curve.Count >= points, $"{row.Curve.Count} points");
        Assert.All(row.Curve, point => Assert.Equal(AssumptionOne.Exact(law, point.Lambda), point.S, 3.5 * point.StandardError));
        Assert.Equal(1, row.Variance.Mean, 3.5 * row.Variance.StandardError);
        Assert.Equal(AssumptionOne.Correlation(law), row.Correlation.Mean, 3.5 * row.Correlation.StandardError);
    }

    // Against the power series of the uniform law, and against the law's own formula where neither exponential overflows.
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(3)]
    [InlineData(100)]
    public void TheUniformLawNeedsLessThanTheNormalOne(double lambda)
    {
        var s = AssumptionOne.Exact(EntryLaw.Uniform, lambda);

        Assert.InRange(s, 0, 1);
        var x = Math.Sqrt(3) * lambda;
        var direct = lambda < 0.01 ? 1 - lambda * lambda / 20 : Math.Sqrt(2 * Math.Log(Math.Sinh(x) / x)) / lambda;
        Assert.Equal(direct, s, 1e-9);
    }

    [Fact]
    public void TailsThatAreTooHeavyHaveNoConstant()
    {
        Assert.Null(AssumptionOne.Constant(EntryLaw.Laplace));
        Assert.Equal(double.PositiveInfinity, AssumptionOne.Exact(EntryLaw.Laplace, 1.5));
        Assert.Equal(Math.Sqrt(2 * Math.Log(2)), AssumptionOne.Exact(EntryLaw.Laplace, 1), 1e-12);
        Assert.Equal(double.PositiveInfinity, AssumptionOne.Exact(EntryLaw.StudentT, 0.1));
        Assert.Equal(1, AssumptionOne.Constant(EntryLaw.Uniform));
    }

    // Five degrees of freedom: a twentieth of the numbers is beyond 2.571 · √(3/5), and 0.0036 of them beyond 4.
    [Fact]
    public void StudentsNumbersHaveTheirQuantiles()
    {
        var numbers = new float[AssumptionOne.Layers * AssumptionOne.PathsPerNetwork];
        AssumptionOne.Draw(EntryLaw.StudentT, numbers, 0, 3);

        Assert.Equal(0.05, numbers.Count(x => Math.Abs(x) > 2.5706 * Math.Sqrt(0.6)) / (double)numbers.Length, 0.003);
        Assert.Equal(0.0036, numbers.Count(x => Math.Abs(x) > 4) / (double)numbers.Length, 0.0008);
        Assert.Equal(0.5, numbers.Count(x => x > 0) / (double)numbers.Length, 0.006);
    }

    // All parts that can be wrong, one at a time.
    [Fact]
    public void ALawFailsByItsVarianceItsCorrelationOrItsTails()
    {
        SubGaussianPoint[] flat = [new(0.1, 1, 0.001), new(0.2, 1.001, 0.001), new(0.3, 0.99, 0.001)];
        var good = new AssumptionOneRow(EntryLaw.Uniform, new(1.001, 0.001), new(-0.002, 0.001), new(0.001, 0.0002), flat);

        Assert.True(good is { IsSatisfied: true, Rises: false });
        Assert.False((good with { Variance = new(1.004, 0.001) }).IsSatisfied);
        Assert.False((good with { Correlation = new(-0.004, 0.001) }).IsSatisfied);
        Assert.False((good with { Tail = new(0.0013, 0.0002) }).IsSatisfied);
        Assert.True(good with { Curve = [.. flat, new(0.4, 1.1, 0.001)] } is { IsSatisfied: false, Rises: true });
        Assert.Equal(0.2, good.Largest.Lambda);
    }

    [Fact]
    public void TheVerdictFollowsTheNetworksAndNamesWhatDisagrees()
    {
        var right = MadeUp(0.75, 0.1);
        Assert.Equal(VerdictKind.Reproduced, right.Verdict().Kind);
        Assert.EndsWith("Drawing agrees with reasoning in all 2 rows.", right.Verdict().Sentence, StringComparison.Ordinal);

        var small = MadeUp(0.4, 0.1);
        Assert.Equal(VerdictKind.NotReproduced, small.Verdict().Kind);
        Assert.EndsWith("disagree for res-3 with relu, uniform weights.", small.Verdict().Sentence, StringComparison.Ordinal);
        Assert.Contains("fails: disagrees", small.Table().ToString(), StringComparison.Ordinal);
        Assert.Contains("outside", small.Figure().ToJson(), StringComparison.Ordinal);

        // The moment alone, above the constant of d = 20.
        Assert.Equal(VerdictKind.NotReproduced, MadeUp(0.75, 0.3).Verdict().Kind);
        Assert.Contains("beyond 1.5", MadeUp(2, 0.1).Figure().ToJson(), StringComparison.Ordinal);

        // Drawing may say what it likes where reasoning says no: then it counts for nothing.
        var tanh = MadeUp(0.75, 0.1, Activation.Tanh);
        Assert.Equal(VerdictKind.NotReproduced, tanh.Verdict().Kind);
        Assert.Contains("disagree", tanh.Verdict().Sentence, StringComparison.Ordinal);
        var both = right with { Networks = [right.Networks[0], tanh.Networks[0]] };
        Assert.Equal(VerdictKind.PartlyReproduced, both.Verdict().Kind);
    }

    [Fact]
    public void WithinThreeStandardErrorsIsEqual()
    {
        Assert.True(new AssumptionTwoRow("h", 0.488, 0.004, 0.1, 0) is { LowerHolds: true, UpperHolds: true });
        Assert.True(new AssumptionTwoRow("h", 0.487, 0.004, 0.1, 0) is { LowerHolds: false, UpperHolds: true });
        Assert.True(new AssumptionTwoRow("h", 1.013, 0.004, 0.1, 0) is { LowerHolds: true, UpperHolds: false });
        Assert.True(new AssumptionTwoRow("h", 1, 0, 0.13, 0.01).MomentHolds(0.1));
        Assert.False(new AssumptionTwoRow("h", 1, 0, 0.14, 0.01).MomentHolds(0.1));
    }

    private static AssumptionTableResult MadeUp(double ratio, double moment, Activation? activation = null)
    {
        var options = Small with { Activations = [activation ?? Activation.Relu], Laws = [WeightLaw.Uniform], EntryLaws = [EntryLaw.Normal] };
        var shape = new ResidualShape { Activation = options.Activations[0], Width = 20 };
        return new(
            options,
            Synthetic.Run,
            [new(shape, [new("mixed signs", ratio, 0.001, moment, 0.001)])],
            [new(EntryLaw.Normal, new(1, 0.01), new(0, 0.01), new(0, 0), [new(0.1, 1, 0.01)])]);
    }
}
