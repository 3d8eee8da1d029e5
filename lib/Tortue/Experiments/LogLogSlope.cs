namespace Tortue.Experiments;

/// <summary>The straight line through points on two logarithmic axes.</summary>
internal static class LogLogSlope
{
    /// <summary>The least-squares slope of ln y over ln x; infinite when a value is, not a number with fewer than two positions.</summary>
    public static double Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (y.Any(double.IsPositiveInfinity))
            return double.PositiveInfinity;
        double[] u = [.. x.Select(value => Math.Log(value))];
        double[] v = [.. y.Select(value => Math.Log(value))];
        var (meanU, meanV) = (u.Average(), v.Average());
        return u.Zip(v, (a, b) => (a - meanU) * (b - meanV)).Sum() / u.Sum(a => (a - meanU) * (a - meanU));
    }
}
