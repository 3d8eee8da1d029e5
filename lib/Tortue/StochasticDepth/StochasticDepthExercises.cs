using Tortue.Exercises;

namespace Tortue.StochasticDepth;

/// <summary>The exercises of chapter 5. Each is asked in the notebook; here is what checks the answers.</summary>
public static partial class StochasticDepthExercises
{
    /// <summary>All of them in the notebook's order, with how far each has come.</summary>
    /// <remarks>Made when it is asked for: the order in which the files of a class are initialised is not fixed.</remarks>
    public static ExerciseSet All => field ??= new(StochasticDepthText.ExercisesChapter,
    [
        MeanDepth, DepthOf110Layers, Survival, DepthVariance, DepthOfThree,
        LastSurvivalFor, TestForward, InvertedForward, TimeSaved,
    ]);
}
