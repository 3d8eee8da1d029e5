using FsCheck;
using FsCheck.Fluent;
using Tortue.DropoutRegularization;
using Xunit;

namespace Tortue.Tests.DropoutRegularization;

public sealed class GradientDiagnosticsTests
{
    private static readonly float[] East = [1, 0, 0], North = [0, 1, 0], Up = [0, 0, 1], West = [-1, 0, 0];

    [Fact]
    public void Gradients_that_are_all_the_same_have_no_variance_and_no_error()
    {
        float[] gradient = [0.3f, -2, 5e-3f];

        Assert.Equal(0, GradientDiagnostics.DirectionVariance([gradient, gradient, gradient]), 1e-12);
        Assert.Equal(0, GradientDiagnostics.DirectionError([gradient, gradient], gradient), 1e-12);
        Assert.Equal(1, GradientDiagnostics.Of([gradient, gradient, gradient], gradient).Alignment.Mean, 1e-12);
    }

    [Fact]
    public void Opposite_gradients_are_at_2_and_orthogonal_ones_at_1()
    {
        Assert.Equal(2, GradientDiagnostics.DirectionVariance([East, West]), 1e-12);
        Assert.Equal(2, GradientDiagnostics.DirectionError([West, West], East), 1e-12);
        Assert.Equal(1, GradientDiagnostics.DirectionVariance([East, North, Up]), 1e-12);
        Assert.Equal(1, GradientDiagnostics.DirectionError([North, Up], East), 1e-12);

        // Six pairs: east and west at 2, all others at 1.
        Assert.Equal(7.0 / 6, GradientDiagnostics.DirectionVariance([East, North, Up, West]), 1e-12);
    }

    [Fact]
    public void The_fast_formula_is_the_mean_over_all_pairs() => Prop.ForAll(Seeds, seed =>
    {
        var (gradients, _) = Drawn(seed);
        double sum = 0;
        for (int i = 0; i < gradients.Length; i++)
        {
            for (int j = i + 1; j < gradients.Length; j++)
                sum += GradientDiagnostics.CosineDistance(gradients[i], gradients[j]);
        }

        double mean = 2 * sum / (gradients.Length * (gradients.Length - 1));
        return Math.Abs(mean - GradientDiagnostics.DirectionVariance(gradients)) < 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Neither_the_order_nor_the_lengths_of_gradients_matter_to_their_directions() => Prop.ForAll(Seeds, seed =>
    {
        var (gradients, reference) = Drawn(seed);
        var random = new System.Random(seed + 1);
        float[][] others = [.. gradients.OrderBy(_ => random.Next()).Select(gradient =>
        {
            // Powers of two, which round nothing.
            float factor = MathF.ScaleB(1, random.Next(-8, 9));
            return Array.ConvertAll(gradient, value => factor * value);
        })];
        var (one, other) = (GradientDiagnostics.Of(gradients, reference), GradientDiagnostics.Of(others, reference));
        return Near(one.DirectionVariance.Mean, other.DirectionVariance.Mean)
            && Near(one.DirectionVariance.StandardError, other.DirectionVariance.StandardError)
            && Near(one.DirectionError.Mean, other.DirectionError.Mean)
            && (Near(one.Alignment.Mean, other.Alignment.Mean) || double.IsNaN(one.Alignment.Mean));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_error_is_variance_and_alignment_together() => Prop.ForAll(Seeds, seed =>
    {
        var (gradients, reference) = Drawn(seed);
        var reading = GradientDiagnostics.Of(gradients, reference);
        return reading.DirectionVariance.Mean >= 1
            ? double.IsNaN(reading.Alignment.Mean)
            : Near(
                reading.DirectionError.Mean, 1 - (Math.Sqrt(1 - reading.DirectionVariance.Mean) * reading.Alignment.Mean));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Standard_errors_are_those_of_leaving_out_one_gradient_after_the_other()
    {
        var (gradients, reference) = Drawn(5, common: 1.5);
        int count = gradients.Length;
        double Jackknife(Func<float[][], double> measure)
        {
            double[] parts = [.. Enumerable.Range(0, count).Select(i => measure([.. gradients.Where((_, j) => j != i)]))];
            double mean = parts.Average();
            return Math.Sqrt((count - 1.0) / count * parts.Sum(part => (part - mean) * (part - mean)));
        }

        var reading = GradientDiagnostics.Of(gradients, reference);

        Assert.Equal(Jackknife(GradientDiagnostics.DirectionVariance), reading.DirectionVariance.StandardError, 1e-12);
        Assert.Equal(
            Jackknife(left => GradientDiagnostics.DirectionError(left, reference)), reading.DirectionError.StandardError, 1e-12);
        Assert.Equal(
            Jackknife(left => (1 - GradientDiagnostics.DirectionError(left, reference))
                / Math.Sqrt(1 - GradientDiagnostics.DirectionVariance(left))),
            reading.Alignment.StandardError,
            1e-12);
        Assert.Equal(
            gradients.Average(gradient => GradientDiagnostics.Distance(gradient, new float[gradient.Length])), reading.Norm.Mean, 1e-6);
    }

    [Fact]
    public void A_gradient_of_zeros_has_no_direction()
    {
        float[] none = [0, 0, 0];

        Assert.Equal(1, GradientDiagnostics.CosineDistance(none, East));
        Assert.Equal(2.0 / 3, GradientDiagnostics.DirectionVariance([East, East, none]), 1e-12);
        Assert.Equal(1.0 / 2, GradientDiagnostics.DirectionError([East, none], East), 1e-12);
        Assert.True(double.IsNaN(GradientDiagnostics.Of([none, none, none], East).Alignment.Mean));
    }

    [Fact]
    public void Lengths_beyond_the_range_of_single_squares_are_measured()
    {
        float[] huge = [3e30f, 4e30f], tiny = [3e-30f, 4e-30f];

        Assert.Equal(5e30, GradientDiagnostics.Distance(huge, [0, 0]), 1e24);
        Assert.Equal(0, GradientDiagnostics.CosineDistance(huge, tiny), 1e-6);
        Assert.Equal(0, GradientDiagnostics.DirectionVariance([huge, tiny]), 1e-6);
    }

    [Fact]
    public void The_line_says_all_measures()
    {
        var line = GradientDiagnostics.Of([East, East, North], East).ToString();

        Assert.StartsWith("3 minibatches, 3 parameters", line, StringComparison.Ordinal);
        Assert.Contains("gradient norm 1 ± 0;", line, StringComparison.Ordinal);
        Assert.Contains("direction variance 0.6667", line, StringComparison.Ordinal);
        Assert.Contains("direction error 0.3333", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_that_say_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>(() => GradientDiagnostics.DirectionVariance([East]));
        Assert.Throws<ArgumentException>(() => GradientDiagnostics.DirectionVariance([East, [1f, 2]]));
        Assert.Throws<ArgumentException>(() => GradientDiagnostics.DirectionVariance([[], []]));
        Assert.Throws<ArgumentException>(() => GradientDiagnostics.DirectionError([], East));
        Assert.Throws<ArgumentException>(() => GradientDiagnostics.DirectionError([East], [1f]));
        Assert.Throws<ArgumentException>(() => GradientDiagnostics.Of([East, North], East));
        Assert.Throws<ArgumentException>(() => GradientDiagnostics.Distance(East, [1f]));
    }

    private static Arbitrary<int> Seeds => Gen.Choose(0, 1_000_000).ToArbitrary();

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-9 * Math.Max(1, Math.Abs(one));

    // 3 to 12 vectors of 1 to 40 numbers around a common part, and a reference.
    private static (float[][] Gradients, float[] Reference) Drawn(int seed, double? common = null)
    {
        var random = new System.Random(seed);
        int count = random.Next(3, 13), length = random.Next(1, 41);
        float[] Vector(double offset) =>
            [.. Enumerable.Range(0, length).Select(_ => (float)(offset + random.NextDouble() - random.NextDouble()))];
        double middle = common ?? random.NextDouble();
        return ([.. Enumerable.Range(0, count).Select(_ => Vector(middle))], Vector(middle));
    }
}
