using Tortue.Exercises;

namespace Tortue.Gradients;

/// <summary>The exercises of chapter 2. Each is asked in the notebook; here is what checks the answers.</summary>
public static partial class GradientsExercises
{
    /// <summary>All of them in the notebook's order, with how far each has come.</summary>
    /// <remarks>Made when it is asked for: the order in which the files of a class are initialised is not fixed.</remarks>
    public static ExerciseSet All => field ??= new(GradientsText.ExercisesChapter,
    [
        ParameterGradients, LastDelta, DeltaRecursion,
        SteepestSlope, DeltaBound, VanishingDepth, ClipByNorm,
        BatchNorm, ResidualVariance, Autocorrelation, ShatteredDepth,
        FilterNormalise, FixupFactor,
    ]);

    private static double Norm(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));
}
