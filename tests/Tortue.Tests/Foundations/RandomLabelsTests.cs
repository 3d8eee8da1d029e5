using Tortue.Experiments;
using Tortue.Foundations;
using Xunit;

namespace Tortue.Tests.Foundations;

[Collection(nameof(OneGenerator))]
public sealed class RandomLabelsTests
{
    private static readonly RandomLabelsOptions Small = new() { Examples = 100, Width = 64, Epochs = 3, Runs = 1 };

    [Fact]
    public void There_is_a_curve_of_all_epochs_for_each_network()
    {
        var result = Run(Small with { Runs = 2 });

        Assert.Equal([false, true, false, true], result.Curves.Select(curve => curve.RandomLabels));
        Assert.All(result.Curves, curve => Assert.Equal(3, curve.TestAccuracy.Count));
    }

    [Theory]
    [InlineData(1.0, 0.10, 1.0, 0.60, VerdictKind.Reproduced)]
    [InlineData(0.9, 0.10, 1.0, 0.60, VerdictKind.PartlyReproduced)]    // not by heart
    [InlineData(1.0, 0.40, 1.0, 0.60, VerdictKind.PartlyReproduced)]    // random labels taught something
    [InlineData(1.0, 0.10, 1.0, 0.12, VerdictKind.PartlyReproduced)]    // true labels taught nothing
    [InlineData(0.5, 0.40, 0.5, 0.12, VerdictKind.NotReproduced)]
    public void The_verdict_follows_its_rule(double heart, double guessed, double trueHeart, double learnt, VerdictKind expected)
    {
        var result = Run(Small) with
        {
            Curves =
            [
                new RandomLabelsCurve(false, [trueHeart], [learnt], trueHeart),
                new RandomLabelsCurve(true, [heart], [guessed], heart),
            ],
        };

        Assert.Equal(expected, result.Verdict().Kind);
    }

    [Fact]
    public void A_result_survives_its_JSON() => ResultAssert.SurvivesJson(Run(Small));

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        RandomLabelsOptions[] wrong = [new() { Examples = 10 }, new() { Width = 0 }, new() { Epochs = 0 }, new() { Runs = 0 }];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
    }

    private static RandomLabelsResult Run(RandomLabelsOptions options) =>
        RandomLabels.Run(options, cancellation: TestContext.Current.CancellationToken);
}
