using System.Text.Json;
using Tortue.DropoutRegularization;
using Tortue.Tests.Foundations;
using Tortue.Training;
using Xunit;

namespace Tortue.Tests.DropoutRegularization;

[Collection(nameof(OneGenerator))]
public sealed class DropSchedulesTests
{
    // The cut-off, 0.4, is the second of five looks.
    private static readonly DropSchedulesOptions Small = new()
    {
        Underfitting = new() { Learner = new() { Hidden = [8] }, Examples = 200, Steps = 20, Rate = 0.2 },
        Overfitting = new() { Learner = new() { Hidden = [12, 12] }, Examples = 100, Steps = 30, Rate = 0.5 },
        TestExamples = 100,
        Cutoff = 0.4,
        Cutoffs = [0.1, 0.9],
        Runs = 2,
        Threads = 1,
    };

    private static readonly Lazy<DropSchedulesResult> Once = new(() => Run(Small));

    [Fact]
    public void Every_schedule_is_trained_in_both_settings_and_other_cutoffs_in_one()
    {
        var result = Once.Value;

        Assert.Equal(2 * (5 + 2) + 2 * 5, result.Trainings.Count);
        Assert.Equal((200, 100, 100), (result.UnderfittingImages, result.OverfittingImages, result.TestImages));
        Assert.Equal([4, 8, 12, 16, 20], Small.LookSteps(FitRegime.Underfitting));
        Assert.All(result.Trainings, each => Assert.Equal((5, 5), (each.TrainingLosses.Count, each.TestErrors.Count)));
        Assert.Equal([0.1, 0.2, 0.5], result.Trainings.Select(each => each.Schedule.Rate).Distinct().Order());
        ResultAssert.SurvivesJson(result);
    }

    [Theory]
    [InlineData(FitRegime.Underfitting)]
    [InlineData(FitRegime.Overfitting)]
    public void Up_to_the_cutoff_late_is_none_and_early_is_standard(FitRegime regime)
    {
        var (none, late) = (Of(regime, DropTiming.None), Of(regime, DropTiming.Late));
        var (standard, early) = (Of(regime, DropTiming.Standard), Of(regime, DropTiming.Early, DropShape.Constant));

        Assert.Equal(none.TrainingLosses.Take(2), late.TrainingLosses.Take(2));
        Assert.Equal(standard.TrainingLosses.Take(2), early.TrainingLosses.Take(2));
        Assert.NotEqual(none.TrainingLosses[2], late.TrainingLosses[2]);
        Assert.NotEqual(standard.TrainingLosses[2], early.TrainingLosses[2]);
        Assert.NotEqual(none.TrainingLosses[0], standard.TrainingLosses[0]);
        Assert.NotEqual(early.TrainingLosses[0], Of(regime, DropTiming.Early).TrainingLosses[0]);
    }

    [Fact]
    public void Changes_are_those_between_networks_of_the_same_seed()
    {
        var result = Once.Value;
        var (with, without) = (
            result.Of(FitRegime.Overfitting, Small.Schedule(FitRegime.Overfitting, DropTiming.Standard)),
            result.Of(FitRegime.Overfitting, DropSchedule.Never));
        var change = result.TrainingLossChange(FitRegime.Overfitting, Small.Schedule(FitRegime.Overfitting, DropTiming.Standard));

        double first = with[0].TrainingLosses[^1] - without[0].TrainingLosses[^1];
        double second = with[1].TrainingLosses[^1] - without[1].TrainingLosses[^1];
        Assert.Equal((first + second) / 2, change.Mean, 1e-12);
        Assert.Equal(Math.Abs(first - second) / 2, change.StandardError, 1e-12);
        Assert.Equal(
            without.Average(each => each.TestErrors[^1] - each.TrainingError), result.Gap(FitRegime.Overfitting).Mean, 1e-12);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        Assert.Equal(Json(Once.Value.Trainings), Json(Run(Small with { Threads = 3 }).Trainings));
        Assert.NotEqual(Json(Once.Value.Trainings), Json(Run(Small with { Seed = 9 }).Trainings));
    }

    [Fact]
    public void Every_figure_can_be_drawn()
    {
        var result = Once.Value;

        Assert.Contains("published, ImageNet", result.Figure().ToJson(), StringComparison.Ordinal);
        Assert.Contains("nats", result.TrainingLosses().ToJson(), StringComparison.Ordinal);
        Assert.Contains("no dropout", result.Curves(FitRegime.Overfitting).ToJson(), StringComparison.Ordinal);
        Assert.Contains("cut-off", result.OverCutoff().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_under_way_is_drawn_from_what_there_is()
    {
        var result = Once.Value;

        foreach (int count in new[] { 0, 1, 3, 8 })
            Assert.NotEmpty((result with { Trainings = [.. result.Trainings.Take(count)] }).Figure().ToJson());
    }

    [Fact]
    public void Schedules_are_drawn_with_their_rate_and_their_cutoff()
    {
        var json = DropSchedules.Figure(rate: 0.3, cutoff: 0.25).ToJson();

        Assert.Contains("early, linear", json, StringComparison.Ordinal);
        Assert.Contains("0.3", json, StringComparison.Ordinal);
        Assert.Contains("25 %", json, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DropSchedules.Figure(rate: 1));
        Assert.Throws<ArgumentException>(() => DropSchedules.Figure(cutoff: 2));
    }

    [Fact]
    public void A_rate_of_learning_that_is_too_large_is_told()
    {
        var wild = Small with { Underfitting = Small.Underfitting with { Learner = new() { Hidden = [8], LearningRate = 1e30 } } };

        var error = Assert.ThrowsAny<Exception>(() => Run(wild));
        Assert.Contains("LearningRate", (error as AggregateException)?.InnerException?.Message ?? error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        DropSchedulesOptions[] wrong =
        [
            new() { Underfitting = new() { Examples = 99 } }, new() { Underfitting = new() { Steps = 9 } },
            new() { Overfitting = new() { Rate = 0 } }, new() { Overfitting = new() { Rate = 1 } },
            new() { Overfitting = new() { Learner = new() { Hidden = [] } } }, new() { TestExamples = 99 }, new() { Cutoff = 0 },
            new() { Cutoff = 1 }, new() { Cutoffs = [0.1, 0.1] }, new() { Cutoffs = [0.2], Cutoff = 0.2 }, new() { Cutoffs = [1.5] },
            new() { Looks = 0 }, new() { Looks = 401 }, new() { Runs = 1 }, new() { Threads = 0 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
    }

    private static ScheduleTraining Of(FitRegime regime, DropTiming timing, DropShape shape = DropShape.Linear) =>
        Once.Value.Of(regime, Small.Schedule(regime, timing, shape))[0];

    private static DropSchedulesResult Run(DropSchedulesOptions options) =>
        DropSchedules.Run(options, cancellation: TestContext.Current.CancellationToken);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
