using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Tortue.DepthScaling;
using Tortue.Experiments;
using Tortue.Models;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public sealed class BoundQuantilesTests
{
    private static readonly BoundQuantilesOptions Small = new() { Betas = [1, 0.5], Widths = [16, 64], Depths = [30, 600], Networks = 40 };

    public static TheoryData<Action, string> Wrong => new()
    {
        { (Small with { Betas = [1] }).Validate, "The list of exponents β must hold two to four, each only once." },
        { (Small with { Betas = [1, 1] }).Validate, "The list of exponents β must hold two to four, each only once." },
        { (Small with { Widths = [64] }).Validate, "The list of widths d must hold at least two, in ascending order." },
        { (Small with { Widths = [64, 16] }).Validate, "The list of widths d must hold at least two, in ascending order." },
        { (Small with { Depths = [30] }).Validate, "The list of depths L must hold at least two, in ascending order." },
        { (Small with { Delta = 1 }).Validate, "The probability δ must be strictly between 0 and 1, not 1." },
        { (Small with { Networks = 19 }).Validate, "The number of networks must be between 20 and 100000, not 19." },
        {
            (Small with { Networks = 35 }).Validate,
            "Of 35 networks none may fail, and still a share of at least 1 − δ is not shown at δ = 0.1; take at least 36."
        },
        { (Small with { Threads = 0 }).Validate, "The number of threads must be at least 1, not 0." },
        { (Small with { Widths = [0, 1] }).Validate, "The width d must be between 1 and 4096, not 0." },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void WrongSettingsAreRefusedInOneSentence(Action validate, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(validate).Message);

    [Fact]
    public void EveryPresetIsValid()
    {
        BoundQuantilesOptions.Quick.Validate();
        BoundQuantilesOptions.Standard.Validate();
        BoundQuantilesOptions.Full.Validate();
    }

    [Fact]
    public void TheBoundsHoldForSmallNetworksWhateverTheThreads()
    {
        var result = BoundQuantiles.Run(Small, cancellation: TestContext.Current.CancellationToken);
        var alone = BoundQuantiles.Run(Small with { Threads = 1 }, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        Assert.Equal(8, result.Cells.Count);
        Assert.Equal(result.Cells.SelectMany(cell => cell.SquaredChanges), alone.Cells.SelectMany(cell => cell.SquaredChanges));
        var json = ExperimentJson.Write(result);
        var read = ExperimentJson.Read<BoundQuantilesResult>(json);
        Assert.Equal(json, ExperimentJson.Write(read));
        Assert.Equal(result.Verdict(), read.Verdict());
        Assert.Equal(result.Figure().ToJson(), read.Figure().ToJson());
        Assert.Equal(result.Figure().ToJson(), result.ToMimeBundle()["application/vnd.plotly.v1+json"]);
    }

    // The mean of the squared change is known exactly: (1 + α²/2)^L − 1.
    [Fact]
    public void TheNetworksHaveTheExactMean()
    {
        var options = Small with { Networks = 400, Widths = [16, 40], Depths = [30, 100] };
        var result = BoundQuantiles.Run(options, cancellation: TestContext.Current.CancellationToken);

        Assert.All(result.Cells, cell =>
        {
            var mean = MeanError.Of(cell.SquaredChanges);
            var exact = Math.Pow(1 + cell.Shape.Alpha * cell.Shape.Alpha / 2, cell.Shape.Depth) - 1;
            Assert.Equal(exact, mean.Mean, 4 * mean.StandardError);
        });
    }

    // The same bits as the run that goes back as well.
    [Theory]
    [InlineData(ResidualModel.Res1, "iid")]
    [InlineData(ResidualModel.Res2, "iid")]
    [InlineData(ResidualModel.Res3, "iid")]
    [InlineData(ResidualModel.Res3, "rbf")]
    public void ForwardAloneGivesTheSameChanges(ResidualModel model, string path)
    {
        var shape = new ResidualShape { Model = model, Path = WeightPath.Parse(path), Width = 12, Depth = 40, InputSize = 8 };
        NetworkEnsemble[] ensembles = [new(shape, 3), new(shape with { Beta = 0, Depth = 200 }, 3)];
        using var run = new ExperimentRun("forward", null, TestContext.Current.CancellationToken);

        var both = NetworkEnsemble.Run(ensembles, 7, 2, null, TestContext.Current.CancellationToken);
        var forward = NetworkEnsemble.HiddenChanges(ensembles, 7, 2, run);

        Assert.Equal(both.Select(samples => samples.Select(sample => sample.HiddenChange)), forward);
    }

    // All of 40 networks inside show a share above 0.91; 38 of 40 leave it open whether it is 0.9, and 20 of 40 show that it is less.
    [Theory]
    [InlineData(0, VerdictKind.Reproduced, "in 14 of 14 cases", "(in 0 to be less)")]
    [InlineData(2, VerdictKind.NotReproduced, "in 0 of 14 cases", "(in 0 to be less)")]
    [InlineData(20, VerdictKind.NotReproduced, "in 0 of 14 cases", "(in 14 to be less)")]
    public void TheShareMustBeShownToBeLargeEnough(int outside, VerdictKind kind, string shown, string broken)
    {
        var verdict = MadeUp(Small with { Widths = [16, 40], Depths = [30, 200] }, _ => outside).Verdict();

        Assert.Equal(kind, verdict.Kind);
        Assert.StartsWith(shown, verdict.Sentence, StringComparison.Ordinal);
        Assert.Contains(broken, verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void SomeCasesMakePartOfTheClaim()
    {
        var result = MadeUp(Small with { Widths = [16, 40], Depths = [30, 200] }, shape => shape.Width == 16 ? 40 : 0);

        Assert.Equal(VerdictKind.PartlyReproduced, result.Verdict().Kind);
        Assert.Contains("What is proved, and what networks do", result.Figure().ToJson(), StringComparison.Ordinal);
    }

    // At β = 1 and d = 40 only Proposition 2 is near: 2/(Lδ) over a ratio of 1/(2L) is 40, and at β = ½ Proposition 3 (ii) over ½.
    [Fact]
    public void TheRoomIsThatOfTheBestBound()
    {
        var result = MadeUp(Small with { Widths = [40, 41], Depths = [200, 400] }, _ => 0);

        Assert.Equal(40, result.UpperRoom().First(), 0.01);
        Assert.Equal(2 * (Math.Exp(1 + Math.Sqrt(5 / 4.0)) + 1), result.UpperRoom().ElementAt(4), 0.01);
    }

    [Fact]
    public void PanelsSayWhyTheyShowNoLowerBound()
    {
        var options = Small with { Betas = [0.75, 0.5], Widths = [40, 64], Depths = [30, 1000] };

        var figure = Words(options);
        Assert.Contains("lower bound asks for d ≥ 64", figure, StringComparison.Ordinal);
        Assert.Contains("not above 0 for d below 783", figure, StringComparison.Ordinal);
        var shallow = Words(options with { Widths = [64, 128], Depths = [30, 500] });
        Assert.Contains("lower bound asks for L ≥ 562", shallow, StringComparison.Ordinal);
        var tanh = options with { Network = new() { Activation = Activation.Tanh } };
        Assert.Contains("lower bound: no (A1) or (A2)", Words(tanh), StringComparison.Ordinal);
        Assert.Equal(VerdictKind.NotReproduced, MadeUp(tanh, _ => 0).Verdict().Kind);
    }

    [Fact]
    public void ALowerBoundIsDrawnWhereItSaysSomething()
    {
        var options = Small with { Widths = [216, 320], Depths = [300, 3000], Delta = 0.5 };
        var result = MadeUp(options, _ => 0);

        Assert.Contains("Prop. 3 (i), lower", result.Figure().ToJson(), StringComparison.Ordinal);
        Assert.Contains("Prop. 3 (i), lower", result.WidthFigure().ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("Prop. 3 (i), lower", result.At(0.1).Figure().ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("Prop. 3 (i), lower", result.At(0.1).WidthFigure().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameNetworksAreAskedAboutAnotherDelta()
    {
        var result = MadeUp(Small, _ => 0);

        Assert.Equal(0.5, result.At(0.5).Options.Delta);
        Assert.Same(result.Cells, result.At(0.5).Cells);
        Assert.Throws<ArgumentException>(() => result.At(0.01));
    }

    // The lower bound of Proposition 3 (i), formula against formula.
    [Fact]
    public void TheLowerBoundBitesAboveItsWidth() =>
        Prop.ForAll<byte, byte, byte>((betaByte, depthByte, deltaByte) =>
        {
            var (delta, depth) = ((deltaByte + 1) / 257.0, 2 + depthByte);
            var shape = new ResidualShape { Beta = 0.3 + betaByte / 1000.0, Depth = depth };
            var width = (int)Math.Ceiling(HiddenStateBounds.WidthThatBites(shape, delta));
            return width > ResidualShape.LargestWidth - 1
                || (HiddenStateBounds.Proposition3Lower(shape with { Width = width + 1 }, delta).Lower > 0
                    && (width == 64 || HiddenStateBounds.Proposition3Lower(shape with { Width = width - 1 }, delta).Lower <= 0));
        }).QuickCheckThrowOnFailure();

    private static string Words(BoundQuantilesOptions options) =>
        Regex.Unescape(MadeUp(options, _ => 0).Figure().ToJson()).Replace("<br>", " ", StringComparison.Ordinal);

    // A ratio of 1/(2L^(2β − 1)) for each network, which every statement allows, but for those that are to lie outside all bounds.
    private static BoundQuantilesResult MadeUp(BoundQuantilesOptions options, Func<ResidualShape, int> outside) =>
        new(options, Synthetic.Run, [.. options.Shapes().Select(shape => new BoundTightnessCell(
            shape,
            [.. Enumerable.Range(0, options.Networks).Select(i =>
                i < options.Networks - outside(shape) ? Math.Pow(shape.Depth, 1 - 2 * shape.Beta) / 2 : 1e9)]))]);
}
