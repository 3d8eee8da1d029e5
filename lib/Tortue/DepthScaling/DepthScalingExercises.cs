using Tortue.Exercises;

namespace Tortue.DepthScaling;

/// <summary>The exercises of chapter 6. Each is asked in the notebook; here is what checks the answers.</summary>
public static partial class DepthScalingExercises
{
    // Limits are answered with three digits or so.
    private const double LimitTolerance = 2e-3;

    /// <summary>All of them in the notebook's order, with how far each has come.</summary>
    /// <remarks>Made when it is asked for: the order in which the files of a class are initialised is not fixed.</remarks>
    public static ExerciseSet All => field ??= new(DepthScalingText.Chapter,
    [
        IdentityLimit, ExpectedChange, HeVariance, ScaleFor, Proposition2, PromisedDepth,
        CorollaryProduct, CorollaryProbability, CorollaryLimit, SharperDepth,
        NoiseCovariance, LogarithmicGrowth, CriticalExponent,
        EulerNetwork, ConvergenceOrder, CoarserPath,
        BatchOfTwo, NormalisedShare,
    ]);

    private static IEnumerable<T> Draw<T>(int count, Func<T> draw) => Enumerable.Range(0, count).Select(_ => draw());

    private static double Between(Random random, double low, double high) => Math.Round(low + (high - low) * random.NextDouble(), 3);
}
