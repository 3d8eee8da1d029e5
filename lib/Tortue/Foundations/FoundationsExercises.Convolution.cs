using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.Foundations;

public static partial class FoundationsExercises
{
    /// <summary>Exercise 0.8: the size of a convolution's output along one side.</summary>
    public static
        FunctionExercise<Func<int, int, int, int, int>, (int N, int K, int Padding, int Stride), int>
        ConvolutionOutput
    { get; } = new()
    {
        Id = "0.8",
        Title = FoundationsText.OutputTitle,
        Arguments = ["n", "k", "padding", "stride"],
        Inputs = random =>
            [(5, 3, 0, 1), (28, 5, 2, 1), (224, 7, 3, 2), (6, 3, 0, 2), .. Draw(20, () => OutputInput(random))],
        Call = (size, input) => size(input.N, input.K, input.Padding, input.Stride),
        Answer = SourceCode.Of<Func<int, int, int, int, int>>((n, k, padding, stride) => (n + 2 * padding - k) / stride + 1),
        Misconceptions =
        [
            new((n, k, padding, stride) => (n + 2 * padding - k) / stride, FoundationsText.OutputFencepost),
            new((n, k, padding, stride) => (n + padding - k) / stride + 1, FoundationsText.OutputOneSide),
            new((n, k, padding, stride) => (n + 2 * padding - k + stride - 1) / stride + 1, FoundationsText.OutputCeiling),
            new((n, k, padding, _) => n + 2 * padding - k + 1, FoundationsText.OutputWithoutStride),
            new((n, k, padding, stride) => (n + 2 * padding) / stride, FoundationsText.OutputWithoutKernel),
        ],
        Hints = [FoundationsText.OutputHint1, FoundationsText.OutputHint2],
        Explanation = FoundationsText.OutputExplanation,
    };

    /// <summary>Exercise 0.9: the parameters of a convolution layer with biases.</summary>
    public static FunctionExercise<Func<int, int, int, int>, (int Inputs, int Filters, int K), int> ConvolutionParameters { get; } = new()
    {
        Id = "0.9",
        Title = FoundationsText.ParametersTitle,
        Arguments = ["inputChannels", "filters", "k"],
        Inputs = random =>
            [(1, 1, 3), (3, 64, 7), .. Draw(18, () => (random.Next(1, 65), random.Next(1, 129), 1 + 2 * random.Next(4)))],
        Call = (count, input) => count(input.Inputs, input.Filters, input.K),
        Answer = SourceCode.Of<Func<int, int, int, int>>((inputChannels, filters, k) => filters * (k * k * inputChannels + 1)),
        Misconceptions =
        [
            new((inputs, filters, k) => filters * k * k * inputs, FoundationsText.ParametersWithoutBias),
            new((_, filters, k) => filters * (k * k + 1), FoundationsText.ParametersOneChannel),
            new((inputs, filters, k) => filters * (k * inputs + 1), FoundationsText.ParametersOneSide),
            new((inputs, filters, k) => filters * inputs * (k * k + 1), FoundationsText.ParametersBiasEachKernel),
        ],
        Hints = [FoundationsText.ParametersHint],
        Explanation = FoundationsText.ParametersExplanation,
    };

    /// <summary>Exercise 0.10: a convolution layer of one dimension, stride 1, no padding: cross-correlation.</summary>
    public static FunctionExercise<Func<double[], double[], double[]>, (double[] X, double[] W), double[]> Correlate { get; } = new()
    {
        Id = "0.10",
        Title = FoundationsText.CorrelateTitle,
        Arguments = ["x", "w"],
        Inputs = random => [([1, 2, 3], [1, 0]), ([0, 0, 1, 0, 0], [1, 2, 3]), .. Draw(20, () => CorrelateInput(random))],
        Call = (correlate, input) => correlate(input.X, input.W),
        Answer = SourceCode.Of<Func<double[], double[], double[]>>((x, w) =>
            Enumerable.Range(0, x.Length - w.Length + 1)
                .Select(i => w.Select((wj, j) => wj * x[i + j]).Sum())
                .ToArray()),
        Misconceptions =
        [
            new((x, w) => Slide(x, [.. w.Reverse()]), FoundationsText.CorrelateFlipped),
            new((x, w) => Slide(x, w)[..^1], FoundationsText.CorrelateOneShort),
            new((x, w) => Slide([.. new double[w.Length / 2], .. x, .. new double[w.Length / 2]], w), FoundationsText.CorrelatePadded),
        ],
        Hints = [FoundationsText.CorrelateHint1, FoundationsText.CorrelateHint2],
        Explanation = FoundationsText.CorrelateExplanation,
    };

    private static (int N, int K, int Padding, int Stride) OutputInput(Random random)
    {
        int k = random.Next(1, 8);
        return (random.Next(k, 65), k, random.Next(0, k / 2 + 1), random.Next(1, 4));
    }

    private static (double[] X, double[] W) CorrelateInput(Random random)
    {
        int taps = random.Next(2, 5);
        return (Vector(random, random.Next(taps + 1, 9)), Vector(random, taps));
    }

    private static double[] Slide(double[] x, double[] w) =>
        [.. Enumerable.Range(0, x.Length - w.Length + 1).Select(i => w.Select((wj, j) => wj * x[i + j]).Sum())];
}
