namespace Tortue.DropoutRegularization;

/// <summary>A linear regression with inputs of unequal size, so that it matters that the penalty weighs them by it.</summary>
internal sealed class DropoutRidgeProblem
{
    // Standard deviations of the smallest and the largest input, of the noise on the targets; any two inputs' correlation.
    private const double Smallest = 0.6, Largest = 1.8, Noise = 0.5, Correlation = 0.3;

    private DropoutRidgeProblem(double[,] x, double[] y) => (X, Y) = (x, y);

    /// <summary>Examples in rows, inputs in columns.</summary>
    public double[,] X { get; }

    /// <summary>Targets.</summary>
    public double[] Y { get; }

    /// <summary>Draws one. Each input counts as much as any other: its weight is drawn with one over its size.</summary>
    public static DropoutRidgeProblem Of(DropoutRidgeOptions options)
    {
        var random = new Data.RandomStream(options.Seed, 0);
        int inputs = options.Inputs;
        var (x, y) = (new double[options.Examples, inputs], new double[options.Examples]);
        double[] sizes = [.. Enumerable.Range(0, inputs).Select(j => Smallest * Math.Pow(Largest / Smallest, j / (inputs - 1.0)))];
        var weights = new double[inputs];
        for (int j = 0; j < inputs; j++)
            weights[j] = random.Normal() / sizes[j];
        for (int i = 0; i < y.Length; i++)
        {
            double common = Math.Sqrt(Correlation) * random.Normal();
            for (int j = 0; j < inputs; j++)
            {
                x[i, j] = sizes[j] * (common + Math.Sqrt(1 - Correlation) * random.Normal());
                y[i] += x[i, j] * weights[j];
            }

            y[i] += Noise * random.Normal();
        }

        return new(x, y);
    }

    /// <summary>Ridge as dropout makes it, ridge with one strength for all weights (the mean of dropout's), and least squares.</summary>
    /// <param name="rate">Probability of being dropped.</param>
    public DropoutRidgeSolution Solution(double rate)
    {
        double[] strengths = RidgeRegression.Strengths(X, rate);
        double[] equal = Array.ConvertAll(strengths, _ => strengths.Average());
        return new(
            rate,
            RidgeRegression.Weights(X, Y, strengths),
            RidgeRegression.Weights(X, Y, equal),
            RidgeRegression.Weights(X, Y, new double[strengths.Length]));
    }
}
