using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.DropoutRegularization;

public static partial class DropoutRegularizationExercises
{
    /// <summary>Exercise 4.1: dropout's forward pass in training, scaled at training, with the mask given.</summary>
    public static FunctionExercise<Func<double[], double[], double, double[]>, (double[] X, double[] Mask, double P), double[]>
        InvertedForward
    { get; } = new()
    {
        Id = "4.1",
        Title = DropoutRegularizationText.ForwardExerciseTitle,
        Arguments = ["x", "mask", "p"],
        Inputs = random => [([1, 2, 3], [1, 0, 1], 0.5), ([1, -1, 4, 2], [0, 1, 1, 1], 0.2), .. Draw(14, () => ForwardInput(random))],
        Call = (forward, input) => forward(input.X, input.Mask, input.P),
        Answer = SourceCode.Of<Func<double[], double[], double, double[]>>((x, mask, p) =>
            x.Zip(mask, (value, kept) => value * kept / (1 - p)).ToArray()),
        Misconceptions =
        [
            new((x, mask, _) => Each(x, mask, (value, kept) => value * kept), DropoutRegularizationText.ForwardUnscaled),
            new((x, mask, p) => Each(x, mask, (value, kept) => value * kept / p), DropoutRegularizationText.ForwardByRate),
            new((x, mask, p) => Each(x, mask, (value, kept) => value * kept * (1 - p)), DropoutRegularizationText.ForwardTimesKeep),
            new((x, mask, _) => Each(x, mask, (value, kept) => value * kept / mask.Average()), DropoutRegularizationText.ForwardByShare),
            new((x, mask, p) => Each(x, mask, (value, kept) => value * (1 - kept) / (1 - p)), DropoutRegularizationText.ForwardOpposite),
            new((x, mask, p) => Each(x, mask, (value, _) => value / (1 - p)), DropoutRegularizationText.ForwardNoMask),
        ],
        Hints = [DropoutRegularizationText.ForwardHint1, DropoutRegularizationText.ForwardHint2],
        Explanation = DropoutRegularizationText.ForwardExplanation,
    };

    /// <summary>Exercise 4.2: mean and variance of what a unit gives out under dropout, scaled at training.</summary>
    public static
        FunctionExercise<Func<double, double, (double Mean, double Variance)>, (double X, double P), (double Mean, double Variance)>
        Moments
    { get; } = new()
    {
        Id = "4.2",
        Title = DropoutRegularizationText.MomentsExerciseTitle,
        Arguments = ["x", "p"],
        Inputs = random => [(1, 0.5), (3, 0.2), .. Draw(14, () => (Nonzero(random, 3), Draws.Between(random, 0.05, 0.9)))],
        Call = (moments, input) => moments(input.X, input.P),
        Answer = SourceCode.Of<Func<double, double, (double Mean, double Variance)>>((x, p) =>
        {
            double kept = x / (1 - p);
            double mean = (1 - p) * kept;                          // p · 0 + (1 − p) · x / (1 − p)
            double square = (1 - p) * kept * kept;
            return (mean, square - mean * mean);                   // p / (1 − p) · x²
        }),
        Misconceptions =
        [
            new((x, p) => (x * (1 - p), x * x * p * (1 - p)), DropoutRegularizationText.MomentsUnscaled),
            new((x, p) => (x, x * x * p * (1 - p)), DropoutRegularizationText.MomentsHalfScaled),
            new((x, p) => (x, x * x / (1 - p)), DropoutRegularizationText.MomentsSquare),
            new((x, p) => (x, x * x * (1 - p) / p), DropoutRegularizationText.MomentsKeep),
            new((x, p) => (x, Math.Abs(x) * Math.Sqrt(p / (1 - p))), DropoutRegularizationText.MomentsDeviation),
            new((x, p) => (x, x * p / (1 - p)), DropoutRegularizationText.MomentsLinear),
        ],
        Hints = [DropoutRegularizationText.MomentsHint1, DropoutRegularizationText.MomentsHint2],
        Explanation = DropoutRegularizationText.MomentsExplanation,
    };

    /// <summary>Exercise 4.3: the layer behind dropout at test time, where nothing was scaled in training.</summary>
    public static
        FunctionExercise<Func<double[], double, double, (double[] W, double B)>, (double[] W, double B, double P), (double[] W, double B)>
        TestLayer
    { get; } = new()
    {
        Id = "4.3",
        Title = DropoutRegularizationText.TestLayerExerciseTitle,
        Arguments = ["w", "b", "p"],
        Inputs = random =>
        [
            ([2, -4], 1, 0.5), ([1, 3], 2, 0.2),
            .. Draw(14, () => (Vector(random, random.Next(2, 5), 2), Nonzero(random, 2), Draws.Between(random, 0.05, 0.9))),
        ],
        Call = (layer, input) => layer(input.W, input.B, input.P),
        Answer = SourceCode.Of<Func<double[], double, double, (double[] W, double B)>>((w, b, p) =>
            (w.Select(weight => (1 - p) * weight).ToArray(), b)),
        Misconceptions =
        [
            new((w, b, p) => (Times(w, 1 / (1 - p)), b), DropoutRegularizationText.TestLayerDivided),
            new((w, b, p) => (Times(w, p), b), DropoutRegularizationText.TestLayerByRate),
            new((w, b, _) => (w, b), DropoutRegularizationText.TestLayerUnchanged),
            new((w, b, p) => (Times(w, Math.Sqrt(1 - p)), b), DropoutRegularizationText.TestLayerRoot),
            new((w, b, p) => (Times(w, 1 - p), (1 - p) * b), DropoutRegularizationText.TestLayerBias),
        ],
        Hints = [DropoutRegularizationText.TestLayerHint1, DropoutRegularizationText.TestLayerHint2],
        Explanation = DropoutRegularizationText.TestLayerExplanation,
    };

    private static (double[] X, double[] Mask, double P) ForwardInput(Random random)
    {
        int length = random.Next(2, 6);
        return (Vector(random, length, 3), Mask(random, length), Draws.Between(random, 0.05, 0.9));
    }

    // At least one unit is kept and one is dropped, so that a mask says something.
    private static double[] Mask(Random random, int length)
    {
        double[] mask = [.. Draw(length, () => random.Next(2))];
        int kept = random.Next(length);
        (mask[kept], mask[(kept + 1) % length]) = (1, 0);
        return mask;
    }

    private static double Nonzero(Random random, double scale) => (random.Next(2) == 0 ? 1 : -1) * Draws.Between(random, 0.1, scale);

    private static double[] Each(double[] x, double[] mask, Func<double, double, double> each) => [.. x.Zip(mask, each)];

    private static double[] Times(double[] vector, double factor) => Array.ConvertAll(vector, entry => factor * entry);
}
