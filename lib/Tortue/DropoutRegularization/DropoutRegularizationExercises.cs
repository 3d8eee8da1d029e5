using Tortue.Exercises;

namespace Tortue.DropoutRegularization;

/// <summary>The exercises of chapter 4. Each is asked in the notebook; here is what checks the answers.</summary>
/// <remarks>p is the probability of being dropped throughout.</remarks>
public static partial class DropoutRegularizationExercises
{
    /// <summary>All of them in the notebook's order, with how far each has come.</summary>
    /// <remarks>Made when it is asked for: the order in which the files of a class are initialised is not fixed.</remarks>
    public static ExerciseSet All => field ??= new(DropoutRegularizationText.ExercisesChapter,
    [
        InvertedForward, Moments, TestLayer, AllMasks, MaskedGradients,
        RidgeStrengths, EarlyRate, DirectionVariance,
    ]);
}
