using MathNet.Numerics.LinearAlgebra;
using Tortue.Gradients;
using Xunit;

namespace Tortue.Tests.Gradients;

public sealed class PrincipalPlaneTests
{
    [Fact]
    public void Components_shares_and_path_are_those_of_the_singular_value_decomposition()
    {
        var random = new Random(4);
        var scales = Enumerable.Range(0, 40).Select(i => Math.Pow(0.7, i)).ToArray();
        float[] Point() => [.. scales.Select(scale => (float)(scale * (random.NextDouble() - 0.5)))];
        float[][] points = [.. Enumerable.Range(0, 12).Select(_ => Point())];

        var plane = PrincipalPlane.Of(points);

        var matrix = Matrix<double>.Build.Dense(12, 40, (i, j) => (double)points[i][j] - points[^1][j]);
        var mean = matrix.ColumnSums() / 12;
        var svd = Matrix<double>.Build.Dense(12, 40, (i, j) => matrix[i, j] - mean[j]).Svd();
        double total = svd.S.Sum(value => value * value);
        foreach (var (direction, place) in new[] { (plane.First, 0), (plane.Second, 1) })
        {
            Assert.Equal(svd.S[place] * svd.S[place] / total, plane.Shares[place], 1e-10);
            var expected = svd.VT.Row(place);
            double sign = Math.Sign(expected.DotProduct(Vector<double>.Build.DenseOfEnumerable(direction)));
            Assert.All(expected.Zip(direction), pair => Assert.Equal(sign * pair.First, pair.Second, 1e-8));
            var projected = matrix * (sign * expected);
            Assert.All(projected.Zip(plane.Path), pair => Assert.Equal(pair.First, pair.Second[place], 1e-8));
        }

        Assert.Equal([0, 0], plane.Path[^1]);
    }

    [Fact]
    public void A_path_in_a_plane_is_seen_whole()
    {
        float[][] points = [[0, 0, 5], [1, 0, 5], [1, 3, 5], [4, 1, 5]];
        var plane = PrincipalPlane.Of(points);

        Assert.Equal(1, plane.Shares.Sum(), 1e-12);
        Assert.Equal(0, plane.First[2], 1e-12);
        Assert.Equal(0, plane.First.Zip(plane.Second).Sum(pair => pair.First * pair.Second), 1e-12);
    }

    [Fact]
    public void Two_points_have_no_plane() => Assert.Throws<ArgumentException>(() => PrincipalPlane.Of([[1f], [2f]]));
}
