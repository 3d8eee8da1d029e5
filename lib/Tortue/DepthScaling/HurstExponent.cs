using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>Reads the Hurst exponent off a path: increments over a lag k have the variance k^(2H).</summary>
public static class HurstExponent
{
    /// <summary>The shortest path that can be read, in steps: lags 1 and 2.</summary>
    public const int ShortestPath = 32;

    private const int LongestShare = 16;

    /// <summary>
    /// Half the slope of the mean squared increment over the lag, on two logarithmic axes, for the lags 1, 2, 4, … up to a sixteenth of the
    /// path.
    /// </summary>
    /// <param name="path">The path at equal times, at least <see cref="ShortestPath"/> + 1 places.</param>
    /// <exception cref="ArgumentException">The path is too short.</exception>
    public static double Of(IReadOnlyList<double> path)
    {
        var steps = path.Count - 1;
        if (steps < ShortestPath)
            throw new ArgumentException(Text.Format(DepthScalingText.BadSteps, steps, ShortestPath, int.MaxValue));
        var lags = new List<double>();
        var squares = new List<double>();
        for (var lag = 1; lag <= steps / LongestShare; lag *= 2)
        {
            lags.Add(lag);
            squares.Add(Enumerable.Range(0, steps - lag + 1).Average(k => Math.Pow(path[k + lag] - path[k], 2)));
        }

        return LogLogSlope.Of(lags, squares) / 2;
    }
}
