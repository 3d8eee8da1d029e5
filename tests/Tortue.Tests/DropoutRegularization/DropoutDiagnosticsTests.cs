using System.Text.Json;
using Tortue.DropoutRegularization;
using Tortue.Experiments;
using Tortue.Models;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.DropoutRegularization;

[Collection(nameof(OneGenerator))]
public sealed class DropoutDiagnosticsTests
{
    private static readonly DropoutDiagnosticsOptions Small = new()
    {
        Examples = 100,
        TestExamples = 100,
        Width = 8,
        Rate = 0.5,
        BatchSize = 20,
        Steps = 40,
        Checkpoints = 6,
        Minibatches = 4,
        Runs = 2,
        Threads = 1,
    };

    private static readonly Lazy<DropoutDiagnosticsResult> Once = new(() => Run(Small));

    [Fact]
    public void Networks_with_and_without_are_followed_to_the_end()
    {
        var result = Once.Value;

        Assert.Equal([0, 0, 0.5, 0.5], result.Courses.Select(course => course.Rate));
        Assert.Equal([1UL, 2, 1, 2], result.Courses.Select(course => course.Seed));
        Assert.All(result.Courses, course =>
        {
            Assert.Equal([1, 2, 4, 9, 19, 40], course.Looks.Select(look => look.Step));
            Assert.All(course.Looks, look =>
            {
                Assert.True(look.Norm > 0 && look.Distance > 0 && look.Loss > 0);
                Assert.InRange(look.DirectionVariance, 0.01, 2);
                Assert.InRange(look.DirectionError, 0.001, 2);
            });
        });
        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void The_first_step_of_adam_goes_as_far_with_dropout_as_without()
    {
        // Each weight moves by the learning rate, but for those without a gradient: of units that were never kept.
        var lengths = Once.Value.Courses.Select(course => course.Looks[0].Distance).ToArray();
        int weights = (784 * 8) + 8 + (8 * 8) + 8 + (8 * 10) + 10;

        Assert.All(lengths, length => Assert.InRange(length, 0.5e-3 * Math.Sqrt(weights), 1.01e-3 * Math.Sqrt(weights)));
    }

    [Fact]
    public void What_is_measured_changes_nothing_of_the_training()
    {
        var often = Run(Small with { Checkpoints = 12, Minibatches = 3 });

        Assert.Equal(Once.Value.Courses.Select(End), often.Courses.Select(End));
        Assert.True(often.Courses[0].Looks.Count > 6);
    }

    [Fact]
    public void The_networks_without_are_the_same_at_any_rate_and_those_with_are_not()
    {
        var (one, other) = (Once.Value, Run(Small with { Rate = 0.1 }));

        Assert.Equal(Json(one.Of(dropout: false)), Json(other.Of(dropout: false)));
        Assert.NotEqual(Json(one.Of(dropout: true)[0].Looks), Json(other.Of(dropout: true)[0].Looks));
    }

    [Fact]
    public void Without_masks_in_the_measurement_the_trainings_are_the_same_and_the_gradients_scatter_less()
    {
        var (with, without) = (Once.Value, Run(Small with { DropsWhileMeasuring = false }));

        Assert.Equal(Json(with.Of(dropout: false)), Json(without.Of(dropout: false)));
        Assert.Equal(with.Courses.Select(End), without.Courses.Select(End));
        Assert.All(with.Of(dropout: true).Zip(without.Of(dropout: true)), pair => Assert.True(
            pair.First.Looks.Average(look => look.DirectionVariance) > pair.Second.Looks.Average(look => look.DirectionVariance)));
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        Assert.Equal(Json(Once.Value.Courses), Json(Run(Small with { Threads = 3 }).Courses));
        Assert.NotEqual(Json(Once.Value.Courses), Json(Run(Small with { Seed = 9 }).Courses));
    }

    [Fact]
    public void The_other_convention_and_the_other_optimiser_are_other_trainings()
    {
        var one = Once.Value.Of(dropout: true);

        Assert.NotEqual(Json(one), Json(Run(Small with { Scaling = DropoutScaling.AtTest }).Of(dropout: true)));
        Assert.NotEqual(Json(one), Json(Run(Small with { Optimizer = DiagnosticsOptimizer.Sgd }).Of(dropout: true)));
    }

    [Fact]
    public void Figures_can_be_drawn_also_of_a_run_that_is_under_way()
    {
        var result = Once.Value;

        Assert.Contains("GDV (1 ", result.Figure().ToJson(), StringComparison.Ordinal);
        Assert.Contains("no bias", result.Alignment().ToJson(), StringComparison.Ordinal);
        for (int done = 1; done < result.Courses.Count; done++)
        {
            var partial = result with { Courses = [.. result.Courses.Take(done)] };
            Assert.Contains("What dropout (p = 0.5) does", partial.Figure().ToJson(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        DropoutDiagnosticsOptions[] wrong =
        [
            new() { Examples = 99 }, new() { TestExamples = 60_001 }, new() { Width = 0 }, new() { HiddenLayers = 0 }, new() { Rate = 0 },
            new() { Rate = 1 }, new() { Rate = double.NaN }, new() { LearningRate = 0 }, new() { WeightDecay = -1 },
            new() { BatchSize = 0 }, new() { BatchSize = 2001 }, new() { Steps = 29 }, new() { Checkpoints = 5 }, new() { Minibatches = 2 }, new() { Runs = 1 },
            new() { Threads = 0 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
        DropoutDiagnosticsOptions.Standard.Validate();
        DropoutDiagnosticsOptions.Full.Validate();
        Assert.Equal(DropoutDiagnosticsOptions.Standard.Steps, DropoutDiagnosticsOptions.Standard.CheckpointSteps()[^1]);
    }

    private static DropoutDiagnosticsResult Run(DropoutDiagnosticsOptions options) =>
        DropoutDiagnostics.Run(options, cancellation: TestContext.Current.CancellationToken);

    // What no measurement may change.
    private static (double Train, double Test, double Distance, double Loss) End(DiagnosticCourse course) =>
        (course.TrainAccuracy, course.TestAccuracy, course.Looks[^1].Distance, course.Looks[^1].Loss);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, ExperimentJson.Options);
}
