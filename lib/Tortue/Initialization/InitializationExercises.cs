using Tortue.Exercises;

namespace Tortue.Initialization;

/// <summary>The exercises of chapter 1. Each is asked in the notebook; here is what checks the answers.</summary>
public static partial class InitializationExercises
{
    /// <summary>All of them in the notebook's order, with how far each has come.</summary>
    /// <remarks>Made when it is asked for: the order in which the files of a class are initialised is not fixed.</remarks>
    public static ExerciseSet All => field ??= new(InitializationText.ExercisesChapter,
    [
        OddMeanSquare, OddCondition, GlorotLaws, GlorotFactors,
        ReluMeanSquare, ReluCondition, HeLaws, LeakyGain,
        VarianceAtDepth, VanishedLayer, LsuvStep, DeadShare,
    ]);

    /// <summary>A normal law N(0, σ²) and a uniform law U(−a, a) of a variance, as σ and a.</summary>
    private static (double Sigma, double A) Laws(double variance) => (Math.Sqrt(variance), Math.Sqrt(3 * variance));
}
