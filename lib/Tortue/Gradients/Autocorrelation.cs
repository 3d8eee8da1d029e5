namespace Tortue.Gradients;

/// <summary>How alike the values of a series are that lie some steps apart.</summary>
internal static class Autocorrelation
{
    /// <summary>
    /// The autocorrelation that series with this covariance have: the mean of each series is taken away, as for measured ones, and sums are
    /// averaged over the series before they are divided.
    /// </summary>
    /// <param name="covariance">E[g_i g_j], symmetric.</param>
    /// <param name="lags">The largest lag.</param>
    /// <returns>For the lags 0 to <paramref name="lags"/>; the first is 1.</returns>
    public static double[] OfCovariance(double[,] covariance, int lags)
    {
        int points = covariance.GetLength(0);
        var rows = new double[points];
        for (int i = 0; i < points; i++)
        {
            for (int j = 0; j < points; j++)
                rows[i] += covariance[i, j] / points;
        }

        double all = rows.Average();
        var sums = new double[lags + 1];
        for (int lag = 0; lag <= lags; lag++)
        {
            for (int i = 0; i + lag < points; i++)
                sums[lag] += covariance[i, i + lag] - rows[i] - rows[i + lag] + all;
        }

        return [.. sums.Select(sum => sum / sums[0])];
    }

    /// <summary>White noise: neighbours have nothing in common.</summary>
    public static double[] White(int points, int lags) => OfCovariance(Matrix(points, (i, j) => i == j ? 1 : 0), lags);

    /// <summary>Brown noise: the running sum of white noise.</summary>
    public static double[] Brown(int points, int lags) => OfCovariance(Matrix(points, (i, j) => Math.Min(i, j) + 1), lags);

    private static double[,] Matrix(int points, Func<int, int, double> entry)
    {
        var matrix = new double[points, points];
        for (int i = 0; i < points; i++)
        {
            for (int j = 0; j < points; j++)
                matrix[i, j] = entry(i, j);
        }

        return matrix;
    }
}
