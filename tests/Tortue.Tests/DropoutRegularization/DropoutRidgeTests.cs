using Tortue.DropoutRegularization;
using Tortue.Experiments;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.DropoutRegularization;

[Collection(nameof(OneGenerator))]
public sealed class DropoutRidgeTests
{
    private static readonly DropoutRidgeOptions Small = new() { Examples = 20, Inputs = 4, Rates = [0.3, 0.6], Doublings = 2, Runs = 2 };

    private static readonly Lazy<DropoutRidgeResult> Once = new(() => Run(Small));

    [Fact]
    public void Averaged_weights_come_near_ridge_and_stay_far_from_least_squares()
    {
        var result = Once.Value;

        foreach (var solution in result.Solutions)
        {
            double Far(IEnumerable<double> from) => DropoutRidgeSolution.Distance(result.MeanWeights(solution.Rate), from) / solution.Gap;
            Assert.InRange(Far(solution.Ridge), 0, 0.1);
            Assert.InRange(Far(solution.LeastSquares), 0.9, 1.1);
        }

        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        static string Paths(DropoutRidgeResult result) =>
            string.Join('\n', result.Paths.Select(path => $"{path.Rate} {path.Run} {string.Join(' ', path.Weights)}"));

        Assert.Equal(Paths(Run(Small with { Threads = 1 })), Paths(Run(Small with { Threads = 3 })));
        Assert.NotEqual(Paths(Once.Value), Paths(Run(Small with { Seed = 9 })));
    }

    [Fact]
    public void A_training_is_the_same_however_many_there_are()
    {
        var some = Run(Small with { Rates = [0.6], Runs = 9 });

        Assert.Equal(9, some.Paths.Count);
        Assert.Equal(
            Once.Value.Paths.Where(path => path.Rate == 0.6).SelectMany(path => path.Weights),
            some.Paths.Take(2).SelectMany(path => path.Weights));
        Assert.Equal(9, some.Paths.Select(path => path.Weights[0]).Distinct().Count());
    }

    [Fact]
    public void Inputs_have_unequal_sizes_so_that_equal_penalties_are_another_solution()
    {
        var problem = DropoutRidgeProblem.Of(new() { Examples = 1000 });
        double Size(int input) => Math.Sqrt(Enumerable.Range(0, 1000).Average(i => Math.Pow(problem.X[i, input], 2)));

        Assert.Equal(0.6, Size(0), 0.06);
        Assert.Equal(1.8, Size(7), 0.18);
        var solution = problem.Solution(0.5);
        Assert.True(DropoutRidgeSolution.Distance(solution.Ridge, solution.EqualPenalties) > 0.1 * solution.Gap);
    }

    [Theory]
    [InlineData("ridge", -0.5, VerdictKind.Reproduced)]
    [InlineData("ridge", -0.1, VerdictKind.NotReproduced)]              // it stops falling: a bias
    [InlineData("ridge", -1.0, VerdictKind.NotReproduced)]              // not chance either
    [InlineData("least squares", -0.5, VerdictKind.NotReproduced)]
    [InlineData("equal penalties", -0.5, VerdictKind.NotReproduced)]
    [InlineData("beside ridge", -0.5, VerdictKind.NotReproduced)]
    [InlineData("one of two", -0.5, VerdictKind.PartlyReproduced)]
    [InlineData("too noisy", -0.5, VerdictKind.NotReproduced)]          // ridge and least squares cannot be told apart
    public void The_verdict_follows_its_rule(string where, double slope, VerdictKind expected)
    {
        var options = Small with { Runs = 4 };
        double[] ridge = [1, 2, 3, 0], least = [2, 2, 4, 0], equal = [1, 3, 3, 0];
        DropoutRidgeSolution[] solutions = [.. options.Rates.Select(rate => new DropoutRidgeSolution(rate, ridge, equal, least))];
        double spread = where == "too noisy" ? 10 : 0.01;
        double[] Centre(double rate) => where switch
        {
            "least squares" => least,
            "equal penalties" => equal,
            "beside ridge" => [1.1, 2, 3, 0],
            "one of two" when rate == 0.6 => least,
            _ => ridge,
        };
        var paths =
            from rate in options.Rates
            from run in Enumerable.Range(0, 4)
            select new DropoutRidgePath(
                rate,
                run,
                [.. options.Looks().Select(look => (1 + 0.1 * run) * Math.Pow(look, slope))],
                [.. Centre(rate).Select((weight, j) => weight + spread * ((run + j) % 4 - 1.5))]);

        var result = new DropoutRidgeResult(options, new RunRecord(1, "", "", DateTimeOffset.UnixEpoch, 0, 1), solutions, [.. paths]);

        Assert.Equal(expected, result.Verdict().Kind);
        Assert.Equal(slope, result.Slope(0.3).Mean, 1e-12);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        DropoutRidgeOptions[] wrong =
        [
            new() { Examples = 39 }, new() { Examples = 1001 }, new() { Inputs = 3 }, new() { Inputs = 51, Examples = 500 },
            new() { Rates = [] }, new() { Rates = [0] }, new() { Rates = [0.85] }, new() { Rates = [0.5, 0.5] },
            new() { Rates = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6] }, new() { Doublings = 1 }, new() { Doublings = 13 }, new() { Runs = 1 },
            new() { Threads = 0 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
        Assert.All([DropoutRidgeOptions.Standard, DropoutRidgeOptions.Full], options => options.Validate());
    }

    private static DropoutRidgeResult Run(DropoutRidgeOptions options) =>
        DropoutRidge.Run(options, cancellation: TestContext.Current.CancellationToken);
}
