using Tortue.Exercises;
using static Tortue.Exercises.Draws;

namespace Tortue.Gradients;

public static partial class GradientsExercises
{
    private const double Margin = 1e-6;

    /// <summary>Exercise 2.10: the autocorrelation of a series of gradients, which shows how far they are shattered.</summary>
    public static FunctionExercise<Func<double[], int, double>, (double[] Series, int Lag), double> Autocorrelation { get; } = new()
    {
        Id = "2.10",
        Title = GradientsText.AutocorrelationExerciseTitle,
        Arguments = ["g", "lag"],
        Inputs = random =>
            [([1, 2, 3, 4], 0), ([1, 2, 3, 4], 1), .. Draw(18, () => (Vector(random, random.Next(5, 9), 2), random.Next(1, 4)))],
        Call = (correlation, input) => correlation(input.Series, input.Lag),
        Answer = SourceCode.Of<Func<double[], int, double>>((g, lag) =>
        {
            var mean = g.Average();
            var above = g.Zip(g.Skip(lag), (early, late) => (early - mean) * (late - mean)).Sum();
            return above / g.Sum(gi => (gi - mean) * (gi - mean));
        }),
        Misconceptions =
        [
            new((g, lag) => Lagged(g, lag) / Lagged(g, 0), GradientsText.AutocorrelationWithoutMean),
            new((g, lag) => Lagged(Centred(g), lag), GradientsText.AutocorrelationUndivided),
            new(
                (g, lag) => Lagged(Centred(g), lag) / (g.Length - lag) / (Lagged(Centred(g), 0) / g.Length),
                GradientsText.AutocorrelationMeans),
            new((g, lag) => Lagged(Centred(g), lag, wrapped: true) / Lagged(Centred(g), 0), GradientsText.AutocorrelationWrapped),
            new((g, lag) => Lagged(Centred(g), 1) / Lagged(Centred(g), 0), GradientsText.AutocorrelationLagOne),
        ],
        Hints = [GradientsText.AutocorrelationHint1, GradientsText.AutocorrelationHint2],
        Explanation = GradientsText.AutocorrelationExplanation,
    };

    /// <summary>Exercise 2.11: the depth at which the correlation of gradients falls below a share, after D. Balduzzi and others (2017):
    /// 2^(−L) without shortcuts, about 1/(β√L) with shortcuts and batch normalisation.</summary>
    public static
        FunctionExercise<Func<double, double, (int Plain, int Residual)>, (double Share, double Beta), (int Plain, int Residual)>
        ShatteredDepth
    { get; } = new()
    {
        Id = "2.11",
        Title = GradientsText.ShatteredExerciseTitle,
        Arguments = ["share", "beta"],
        Inputs = random => new[] { (0.3, 1.0), (0.03, 1.0), (0.03, 0.15) }
            .Concat(Draw(40, () => (Between(random, 0.02, 0.5), Between(random, 0.1, 1))).Where(IsClear).Take(17)),
        Call = (depth, input) => depth(input.Share, input.Beta),
        Answer = SourceCode.Of<Func<double, double, (int Plain, int Residual)>>((share, beta) =>
        {
            var plain = 1;
            while (Math.Pow(2, -plain) >= share)
                plain++;

            var residual = 1;
            while (1 / (beta * Math.Sqrt(residual)) >= share)
                residual++;

            return (plain, residual);
        }),
        Misconceptions =
        [
            new((share, beta) => (Plain(share), Above(1 / (beta * share))), GradientsText.ShatteredWithoutRoot),
            new((share, _) => (Plain(share), Above(1 / (share * share))), GradientsText.ShatteredWithoutBeta),
            new((share, beta) => (Plain(share), Above(1 / (beta * share * share))), GradientsText.ShatteredBetaOnce),
            new((share, beta) => (Plain(share) - 1, Above(Math.Pow(beta * share, -2)) - 1), GradientsText.ShatteredBefore),
            new((share, beta) => (Above(1 / share), Above(Math.Pow(beta * share, -2))), GradientsText.ShatteredNoPower),
        ],
        Hints = [GradientsText.ShatteredHint1, GradientsText.ShatteredHint2],
        Explanation = GradientsText.ShatteredExplanation,
    };

    /// <summary>Exercise 2.12: a random direction scaled neuron by neuron as the weights are (H. Li and others, 2018).</summary>
    public static
        FunctionExercise<Func<double[,], double[,], double[,]>, (double[,] Direction, double[,] Theta), double[,]>
        FilterNormalise
    { get; } = new()
    {
        Id = "2.12",
        Title = GradientsText.FilterExerciseTitle,
        Arguments = ["direction", "theta"],
        Inputs = random =>
        [
            (new double[,] { { 3, 4 }, { 0, 1 } }, new double[,] { { 1, 0 }, { 0, 2 } }),
            .. Draw(15, () => FilterInput(random)),
        ],
        Call = (normalise, input) => normalise(input.Direction, input.Theta),
        Answer = SourceCode.Of<Func<double[,], double[,], double[,]>>((direction, theta) =>
        {
            var scaled = (double[,])direction.Clone();
            for (var i = 0; i < scaled.GetLength(0); i++)
            {
                double own = 0, wanted = 0;
                for (var j = 0; j < scaled.GetLength(1); j++)
                {
                    own += direction[i, j] * direction[i, j];
                    wanted += theta[i, j] * theta[i, j];
                }

                for (var j = 0; j < scaled.GetLength(1); j++)
                    scaled[i, j] *= Math.Sqrt(wanted / own);
            }

            return scaled;
        }),
        Misconceptions =
        [
            new(
                (d, theta) => Scaled(d, (_, _) => Norm(theta.Cast<double>()) / Norm(d.Cast<double>())),
                GradientsText.FilterWhole),
            new((d, theta) => Scaled(d, (_, j) => Norm(Column(theta, j)) / Norm(Column(d, j))), GradientsText.FilterColumns),
            new((d, _) => Scaled(d, (i, _) => 1 / Norm(Row(d, i))), GradientsText.FilterUnit),
            new((d, theta) => Scaled(d, (i, _) => Norm(Row(theta, i))), GradientsText.FilterNotDivided),
            new((d, theta) => Scaled(d, (i, _) => Norm(Row(d, i)) / Norm(Row(theta, i))), GradientsText.FilterUpsideDown),
            new((d, theta) => Scaled(d, (i, _) => Math.Pow(Norm(Row(theta, i)) / Norm(Row(d, i)), 2)), GradientsText.FilterSquares),
        ],
        Hints = [GradientsText.FilterHint1, GradientsText.FilterHint2],
        Explanation = GradientsText.FilterExplanation,
    };

    // Where neither depth is decided by rounding.
    private static bool IsClear((double Share, double Beta) input)
    {
        double plain = -Math.Log2(input.Share), residual = Math.Pow(input.Beta * input.Share, -2);
        return Math.Abs(plain - Math.Round(plain)) > Margin && Math.Abs(residual - Math.Round(residual)) > Margin * residual;
    }

    private static int Plain(double share) => Above(-Math.Log2(share));

    private static int Above(double depth) => (int)Math.Floor(depth) + 1;

    private static double[] Centred(double[] g)
    {
        double mean = g.Average();
        return [.. g.Select(gi => gi - mean)];
    }

    private static double Lagged(double[] g, int lag, bool wrapped = false) =>
        Enumerable.Range(0, wrapped ? g.Length : g.Length - lag).Sum(i => g[i] * g[(i + lag) % g.Length]);

    private static (double[,] Direction, double[,] Theta) FilterInput(Random random)
    {
        var (units, inputs) = (random.Next(2, 5), random.Next(2, 5));
        return (Matrix(random, units, inputs, 2), Matrix(random, units, inputs));
    }

    private static double[,] Scaled(double[,] matrix, Func<int, int, double> factor)
    {
        var scaled = (double[,])matrix.Clone();
        for (int i = 0; i < scaled.GetLength(0); i++)
        {
            for (int j = 0; j < scaled.GetLength(1); j++)
                scaled[i, j] *= factor(i, j);
        }

        return scaled;
    }

    private static IEnumerable<double> Row(double[,] matrix, int row) =>
        Enumerable.Range(0, matrix.GetLength(1)).Select(column => matrix[row, column]);

    private static IEnumerable<double> Column(double[,] matrix, int column) =>
        Enumerable.Range(0, matrix.GetLength(0)).Select(row => matrix[row, column]);
}
