using Tortue.Experiments;
using Tortue.StochasticDepth;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.StochasticDepth;

[Collection(nameof(OneGenerator))]
public sealed class FirstBlockGradientTests
{
    private static readonly FirstBlockGradientOptions Small = new() { Learner = Made.Learner, Blocks = 1, Threads = 1 };

    private static readonly Lazy<FirstBlockGradientResult> Once = new(() => Run(Small));

    [Fact]
    public void Every_epoch_has_a_gradient()
    {
        var result = Once.Value;

        Assert.Equal([1UL, 2], result.Of(stochastic: false).Select(training => training.Seed));
        Assert.Equal([1UL, 2], result.Of(stochastic: true).Select(training => training.Seed));
        Assert.All(result.Trainings, training => Assert.Equal([1, 2, 3, 4], training.Looks.Select(look => look.Epoch)));
        Assert.All(result.Trainings.SelectMany(training => training.Looks), look => Assert.True(look.FirstGradient > 0));
        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads() =>
        Assert.Equal(Made.WithoutTimes(Once.Value.Trainings), Made.WithoutTimes(Run(Small with { Threads = 3 }).Trainings));

    [Theory]
    [InlineData(1, 10, VerdictKind.Reproduced)]
    [InlineData(0.1, 2, VerdictKind.Reproduced)]
    [InlineData(10, 10, VerdictKind.PartlyReproduced)]       // larger, but no more than before
    [InlineData(0.01, 0.1, VerdictKind.PartlyReproduced)]    // grows, but is not larger
    [InlineData(10, 0.1, VerdictKind.NotReproduced)]
    public void The_verdict_asks_for_a_larger_gradient_once_the_rate_falls(double before, double after, VerdictKind expected)
    {
        DepthLook[] Looks(double first, double second) =>
            [.. Enumerable.Range(1, 4).Select(epoch => new DepthLook(epoch, null, 1, 1e-3 * (epoch <= 2 ? first : second)))];
        var result = new FirstBlockGradientResult(
            Small, Made.NoRun, "images", 100, [.. Of(1, Looks(1, 1)), .. Of(0.5, Looks(before, after))]);

        Assert.Equal(expected, result.Verdict().Kind);
        Assert.Equal(Math.Log10(before), result.LogRatio(0, 2).Mean, 0.01);
        Assert.Equal(Math.Log10(after), result.LogRatio(2, 4).Mean, 0.01);
    }

    [Fact]
    public void Both_figures_can_be_drawn()
    {
        Assert.Contains("rate \\u00F7 10", Once.Value.Figure().ToJson(), StringComparison.Ordinal);
        Assert.Contains("training loss", Once.Value.AgainstLoss().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        FirstBlockGradientOptions[] wrong =
        [
            new() { Blocks = 0 }, new() { LastSurvival = 1 }, new() { Runs = 1 }, new() { Threads = 0 },
            new() { Learner = new() { Epochs = 3 } },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
        FirstBlockGradientOptions.Standard.Validate();
        FirstBlockGradientOptions.Full.Validate();
    }

    // A little chance, so that a factor of 1 is neither above nor below it.
    private static IEnumerable<DepthTraining> Of(double survival, DepthLook[] looks) => Made.Trainings(1, survival, 30, looks: looks)
        .Select(training => survival == 1 ? training : training with
        {
            Looks =
            [
                .. looks.Select(look => look with
                {
                    FirstGradient = look.FirstGradient * (1 + 0.01 * ((double)training.Seed - 2) * (look.Epoch % 2 == 0 ? 1 : -1)
                        * (look.Epoch > 2 ? 2 : 1)),
                }),
            ],
        });

    private static FirstBlockGradientResult Run(FirstBlockGradientOptions options) =>
        FirstBlockGradient.Run(options, cancellation: TestContext.Current.CancellationToken);
}
