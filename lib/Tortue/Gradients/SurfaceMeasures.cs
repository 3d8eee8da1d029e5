namespace Tortue.Gradients;

/// <summary>How flat and how convex a loss is on a grid of a plane.</summary>
/// <param name="BelowChance">Share of the grid's points where the loss is below that of guessing, ln C, 0 to 1.</param>
/// <param name="Convex">Share of the inner points at which the surface is convex, 0 to 1: the smaller eigenvalue of the 2×2 Hessian of
/// second differences is at least −0.05 times the larger one's size.</param>
/// <param name="Gradient">Median length of the slope over the inner points, in nats for one unit of α or β.</param>
public sealed record SurfaceMeasures(double BelowChance, double Convex, double Gradient)
{
    /// <summary>Negative curvature up to this share of the positive one counts as none.</summary>
    public const double Slack = 0.05;

    // Second differences of a plane are not quite 0.
    private const double Rounding = 1e-12;

    /// <summary>Measures a surface.</summary>
    /// <param name="steps">Positions along both axes, evenly spaced, at least three.</param>
    /// <param name="losses">Rows of the grid, in nats.</param>
    /// <param name="classes">Number of classes C.</param>
    public static SurfaceMeasures Of(IReadOnlyList<double> steps, IReadOnlyList<IReadOnlyList<double>> losses, int classes)
    {
        double step = steps[1] - steps[0];
        var slopes = new List<double>();
        int convex = 0;
        for (int row = 1; row < losses.Count - 1; row++)
        {
            for (int column = 1; column < steps.Count - 1; column++)
            {
                double middle = losses[row][column];
                double xx = losses[row][column + 1] - (2 * middle) + losses[row][column - 1];
                double yy = losses[row + 1][column] - (2 * middle) + losses[row - 1][column];
                double xy = (losses[row + 1][column + 1] - losses[row + 1][column - 1]
                    - losses[row - 1][column + 1] + losses[row - 1][column - 1]) / 4;
                var (smaller, larger) = Eigenvalues(xx, xy, yy);
                convex += smaller >= (-Slack * Math.Abs(larger)) - (Rounding * (1 + Math.Abs(middle))) ? 1 : 0;
                double dx = losses[row][column + 1] - losses[row][column - 1], dy = losses[row + 1][column] - losses[row - 1][column];
                slopes.Add(Math.Sqrt((dx * dx) + (dy * dy)) / (2 * step));
            }
        }

        double below = losses.Sum(row => row.Count(loss => loss < Math.Log(classes)));
        return new(
            below / losses.Sum(row => row.Count), (double)convex / slopes.Count, Experiments.SampleSummary.Of(slopes).Median);
    }

    private static (double Smaller, double Larger) Eigenvalues(double a, double b, double d)
    {
        double middle = (a + d) / 2, reach = Math.Sqrt((a - d) * (a - d) / 4 + (b * b));
        return (middle - reach, middle + reach);
    }
}
