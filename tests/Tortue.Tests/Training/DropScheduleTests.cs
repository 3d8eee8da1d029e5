using Tortue.Training;
using Xunit;

namespace Tortue.Tests.Training;

public sealed class DropScheduleTests
{
    // numpy.linspace(0.1, 0, 5), then zeros: what the authors' drop_scheduler.py makes of 10 steps and a cut-off at half of them.
    [Fact]
    public void AnEarlyLineEndsAtZeroOnItsLastStep()
    {
        var schedule = new DropSchedule { Timing = DropTiming.Early, Rate = 0.1, Cutoff = 0.5 };
        Assert.Equal([0.1, 0.075, 0.05, 0.025, 0, 0, 0, 0, 0, 0], Rates(schedule, 10).Select(rate => Math.Round(rate, 12)));
    }

    [Theory]
    [InlineData(DropTiming.None, new[] { 0.0, 0, 0, 0 })]
    [InlineData(DropTiming.Standard, new[] { 0.4, 0.4, 0.4, 0.4 })]
    [InlineData(DropTiming.Early, new[] { 0.4, 0, 0, 0 })]
    [InlineData(DropTiming.Late, new[] { 0.0, 0.4, 0.4, 0.4 })]
    public void ConstantRatesChangeAtTheCutoff(DropTiming timing, double[] rates) =>
        Assert.Equal(rates, Rates(new() { Timing = timing, Shape = DropShape.Constant, Rate = 0.4, Cutoff = 0.25 }, 4));

    [Fact]
    public void EarlyAndLateTogetherAreStandard()
    {
        var early = new DropSchedule { Timing = DropTiming.Early, Shape = DropShape.Constant, Rate = 0.3, Cutoff = 0.37 };
        Assert.All(
            Rates(early, 101).Zip(Rates(early with { Timing = DropTiming.Late }, 101)), both => Assert.Equal(0.3, both.First + both.Second));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void ACutoffAtAnEndIsAllOrNothing(double cutoff)
    {
        var early = new DropSchedule { Timing = DropTiming.Early, Shape = DropShape.Constant, Cutoff = cutoff };
        Assert.All(Rates(early, 7), rate => Assert.Equal(cutoff * early.Rate, rate));
    }

    [Fact]
    public void ALineOfOneStepIsThatStep() =>
        Assert.Equal([0.1, 0, 0], Rates(new() { Timing = DropTiming.Early, Rate = 0.1, Cutoff = 0.34 }, 3));

    [Fact]
    public void StepsOutsideTrainingAndSettingsOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DropSchedule.Never.At(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => DropSchedule.Never.At(5, 5));
        Assert.Contains("Rate is 1", Assert.Throws<ArgumentException>(new DropSchedule { Rate = 1 }.Validate).Message, StringComparison.Ordinal);
        Assert.Contains(
            "Cutoff is 1.5", Assert.Throws<ArgumentException>(new DropSchedule { Cutoff = 1.5 }.Validate).Message, StringComparison.Ordinal);
    }

    private static double[] Rates(DropSchedule schedule, int steps) =>
        [.. Enumerable.Range(0, steps).Select(step => schedule.At(step, steps))];
}
