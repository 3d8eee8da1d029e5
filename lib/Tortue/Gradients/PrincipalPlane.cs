using MathNet.Numerics.LinearAlgebra;

namespace Tortue.Gradients;

/// <summary>
/// The plane that shows most of a path in many dimensions: the two first principal components of its points, seen from its end. Li et
/// al. (2018), section 7; like their code it takes the points' mean away before it looks for directions.
/// </summary>
/// <param name="First">The first direction, of length 1.</param>
/// <param name="Second">The second direction, of length 1, orthogonal to the first.</param>
/// <param name="Shares">Shares of the points' variation along the first and the second direction, 0 to 1.</param>
/// <param name="Path">Each point's coordinates in the plane, (0, 0) for the last one.</param>
public sealed record PrincipalPlane(
    IReadOnlyList<double> First,
    IReadOnlyList<double> Second,
    IReadOnlyList<double> Shares,
    IReadOnlyList<IReadOnlyList<double>> Path)
{
    /// <summary>The plane of a path.</summary>
    /// <param name="points">At least three points, one array of coordinates each.</param>
    /// <exception cref="ArgumentException">There are fewer than three points.</exception>
    public static PrincipalPlane Of(IReadOnlyList<float[]> points)
    {
        if (points.Count < 3)
            throw new ArgumentException(Text.Format(GradientsText.SurfaceShortPath, points.Count));
        var end = points[^1];
        int dimensions = end.Length;
        var mean = new double[dimensions];
        foreach (var point in points)
        {
            for (int i = 0; i < dimensions; i++)
                mean[i] += ((double)point[i] - end[i]) / points.Count;
        }

        // The points are few and their dimensions many: the Gram matrix has the same eigenvalues as the covariance, and is small.
        double[] Centred(float[] point) => [.. point.Select((value, i) => (double)value - end[i] - mean[i])];
        double[][] centred = [.. points.Select(Centred)];
        var gram = Matrix<double>.Build.Dense(points.Count, points.Count, (i, j) => Dot(centred[i], centred[j]));
        var spectrum = gram.Evd(Symmetricity.Symmetric);
        double total = spectrum.EigenValues.Sum(value => Math.Max(0, value.Real));
        var (first, second) = (Direction(1), Direction(2));
        var path = points.Select(point => (IReadOnlyList<double>)[Along(first, point), Along(second, point)]);
        return new(first, second, [Share(1), Share(2)], [.. path]);

        // Eigenvalues come in ascending order.
        double Share(int place) => total == 0 ? 0 : Math.Max(0, spectrum.EigenValues[points.Count - place].Real) / total;

        double[] Direction(int place)
        {
            var weights = spectrum.EigenVectors.Column(points.Count - place);
            var direction = new double[dimensions];
            for (int k = 0; k < points.Count; k++)
            {
                for (int i = 0; i < dimensions; i++)
                    direction[i] += weights[k] * centred[k][i];
            }

            double length = Math.Sqrt(Dot(direction, direction));
            return Array.ConvertAll(direction, value => length == 0 ? 0 : value / length);
        }

        double Along(double[] direction, float[] point) =>
            Enumerable.Range(0, dimensions).Sum(i => direction[i] * ((double)point[i] - end[i]));
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
