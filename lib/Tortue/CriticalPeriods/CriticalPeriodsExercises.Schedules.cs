using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.CriticalPeriods;

public static partial class CriticalPeriodsExercises
{
    private const double Points = 2;

    /// <summary>Exercise 3.3: what a schedule that never restarts leaves for clean training: its first learning rate, and the sum of its
    /// learning rates as a share of what clean training from the start would have had.</summary>
    public static
        FunctionExercise<Func<double, double, int, int, (double First, double Share)>, (double Rate, double Decay, int Removal, int Clean),
            (double First, double Share)>
        StepsLeft
    { get; } = new()
    {
        Id = "3.3",
        Title = CriticalPeriodsText.StepsExerciseTitle,
        Arguments = ["rate", "decay", "removal", "clean"],
        Inputs = random => [(0.05, 0.97, 140, 160), (0.1, 0.5, 1, 2), .. Draw(14, () => StepsInput(random))],
        Call = (steps, input) => steps(input.Rate, input.Decay, input.Removal, input.Clean),
        Answer = SourceCode.Of<Func<double, double, int, int, (double First, double Share)>>((rate, decay, removal, clean) =>
        {
            double late = 0, early = 0;
            for (var t = 0; t < clean; t++)
            {
                early += rate * Math.Pow(decay, t);
                late += rate * Math.Pow(decay, removal + t);
            }

            return (rate * Math.Pow(decay, removal), late / early);
        }),
        Misconceptions =
        [
            new((rate, decay, removal, _) => (rate * decay * removal, decay * removal), CriticalPeriodsText.StepsTimes),
            new(
                (rate, decay, removal, _) => (rate * Math.Pow(decay, removal + 1), Math.Pow(decay, removal + 1)),
                CriticalPeriodsText.StepsOneTooMany),
            new(
                (rate, decay, removal, _) => (rate * Math.Pow(decay, removal - 1), Math.Pow(decay, removal - 1)),
                CriticalPeriodsText.StepsOneTooFew),
            new(
                (rate, decay, removal, clean) => (rate * Math.Pow(decay, removal), Rest(decay, removal, clean)),
                CriticalPeriodsText.StepsOfAll),
            new((rate, decay, removal, _) => (rate * Math.Pow(decay, removal), 1), CriticalPeriodsText.StepsCount),
            new((rate, _, _, _) => (rate, 1), CriticalPeriodsText.StepsRestarted),
        ],
        Hints = [CriticalPeriodsText.StepsHint1, CriticalPeriodsText.StepsHint2],
        Explanation = CriticalPeriodsText.StepsExplanation,
    };

    /// <summary>Exercise 3.4: what a loss of accuracy comes from, told from four numbers.</summary>
    public static
        FunctionExercise<Func<double, double, double, double, string>,
            (double BlurRestarted, double FlipRestarted, double BlurContinued, double FlipContinued), string>
        Diagnosis
    { get; } = new()
    {
        Id = "3.4",
        Title = CriticalPeriodsText.DiagnosisExerciseTitle,
        Arguments = ["blurRestarted", "flipRestarted", "blurContinued", "flipContinued"],
        Inputs = random =>
        [
            (12, 0.5, 14, 3), (0.4, 0.2, 9, 8), (7, 6.5, 9, 9), (0.3, 0.1, 0.9, 0.7), (0.4, 0.2, 9, 1), (3, 0.5, 1, 1),
            .. Draw(14, () => DiagnosisInput(random)),
        ],
        Call = (diagnosis, input) => diagnosis(input.BlurRestarted, input.FlipRestarted, input.BlurContinued, input.FlipContinued),
        Answer = SourceCode.Of<Func<double, double, double, double, string>>((blurRestarted, flipRestarted, blurContinued, flipContinued) =>
        {
            if (blurRestarted > 2)
                return blurRestarted - flipRestarted > 2 ? "critical period" : "any deficit";
            return blurContinued > 2 ? "schedule" : "nothing";
        }),
        Misconceptions =
        [
            new((_, _, blur, flip) => Named(blur, flip, 0), CriticalPeriodsText.DiagnosisContinuedOnly),
            new((blur, _, continued, _) => Named(blur, 0, continued), CriticalPeriodsText.DiagnosisWithoutControl),
            new((blur, flip, _, _) => Named(blur, flip, 0), CriticalPeriodsText.DiagnosisNoSchedule),
            new(
                (blur, flip, continued, control) =>
                    blur <= Points && continued - control > Points ? "critical period" : Named(blur, flip, continued),
                CriticalPeriodsText.DiagnosisContinuedControl),
        ],
        Hints = [CriticalPeriodsText.DiagnosisHint1, CriticalPeriodsText.DiagnosisHint2],
        Explanation = CriticalPeriodsText.DiagnosisExplanation,
    };

    private static (double Rate, double Decay, int Removal, int Clean) StepsInput(Random random) =>
        (Draws.Between(random, 0.02, 0.2), Draws.Between(random, 0.8, 0.99), random.Next(1, 41), random.Next(2, 41));

    // The share of all steps, those before the removal included.
    private static double Rest(double decay, int removal, int clean)
    {
        double Sum(int from, int to) => Enumerable.Range(from, to - from).Sum(t => Math.Pow(decay, t));
        return Sum(removal, removal + clean) / Sum(0, removal + clean);
    }

    // Nothing so near to the limit that rounding, or the choice between > and ≥, would decide.
    private static (double, double, double, double) DiagnosisInput(Random random)
    {
        while (true)
        {
            double[] losses = [.. Draw(4, () => Math.Round(random.NextDouble() * (random.Next(2) == 0 ? 1.5 : 15), 1))];
            double[] decisive = [losses[0], losses[2], losses[0] - losses[1], losses[2] - losses[3]];
            if (decisive.All(number => Math.Abs(number - Points) > 0.15))
                return (losses[0], losses[1], losses[2], losses[3]);
        }
    }

    private static string Named(double blur, double flip, double continued)
    {
        if (blur > Points)
            return blur - flip > Points ? "critical period" : "any deficit";
        return continued > Points ? "schedule" : "nothing";
    }
}
