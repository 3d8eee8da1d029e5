using Tortue.CriticalPeriods;
using Tortue.Exercises;
using Tortue.Tests.Exercises;
using Xunit;
using static TorchSharp.torch;
using static Tortue.Exercises.Blanks;

namespace Tortue.Tests.CriticalPeriods;

public sealed class CriticalPeriodsExercisesTests
{
    public static TheoryData<int> Indices => [.. Enumerable.Range(0, CriticalPeriodsExercises.All.Count)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Solutions_are_right_and_each_named_mistake_gets_its_own_message(int index) =>
        Soundness.Assert(CriticalPeriodsExercises.All[index]);

    [Fact]
    public void Starter_cells_on_deficits_and_schedules_are_not_attempted_yet()
    {
        double[] BlurRow(double[] row) => ____!;
        int[] keepsDetail = ____!;
        (double First, double Share) StepsLeft(double rate, double decay, int removal, int clean)
        {
            double first = ____;
            double share = ____;
            return (first, share);
        }

        string Diagnosis(double blurRestarted, double flipRestarted, double blurContinued, double flipContinued) => ____!;

        CheckResult[] results =
        [
            CriticalPeriodsExercises.BlurRow.Check(BlurRow),
            CriticalPeriodsExercises.KeepsDetail.Check(keepsDetail),
            CriticalPeriodsExercises.StepsLeft.Check(StepsLeft),
            CriticalPeriodsExercises.Diagnosis.Check(Diagnosis),
        ];

        Assert.All(results, result => Assert.Equal(ExerciseState.NotAttempted, result.State));
    }

    [Fact]
    public void A_row_is_blurred_as_the_deficit_blurs_an_image_of_equal_rows()
    {
        static double[] Engine(double[] row)
        {
            using var image = tensor(row).view(1, 1, 1, row.Length).expand(1, 1, 4, row.Length);
            return Deficits.Blur(image)[0, 0, 2].contiguous().data<double>().ToArray();
        }

        for (int seed = 0; seed < 10; seed++)
        {
            var result = CriticalPeriodsExercises.BlurRow.Check(Engine, seed);
            Assert.True(result.State == ExerciseState.Correct, result.ToString());
        }
    }

    [Fact]
    public void A_power_gives_the_same_steps_as_the_sums_and_the_settings_the_same_rate()
    {
        var result = CriticalPeriodsExercises.StepsLeft.Check(
            (rate, decay, removal, _) =>
                (new LearnerOptions { LearningRate = rate, Decay = decay }.RateAt(removal), Math.Pow(decay, removal)),
            seed: 1);

        Assert.True(result.State == ExerciseState.Correct, result.ToString());
        Assert.Equal(0.0007, LearnerOptions.Published.RateAt(140), 0.00001);
    }
}
