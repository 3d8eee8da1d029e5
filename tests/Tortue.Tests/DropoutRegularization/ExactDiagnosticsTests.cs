using Tortue.DropoutRegularization;
using Xunit;

namespace Tortue.Tests.DropoutRegularization;

/// <summary>Noise of known law around the gradient of a quadratic ½ wᵀHw, for which the measures' means are known exactly.</summary>
public sealed class ExactDiagnosticsTests
{
    [Theory]
    [InlineData(1, 0.7)]
    [InlineData(2, 0.4)]
    [InlineData(2, 3)]
    public void The_mean_direction_of_normal_vectors_is_that_of_numerical_integration(int dimensions, double ratio)
    {
        double integral = 0;
        if (dimensions == 1)
        {
            const double Step = 1e-4;
            for (double x = -12 + (Step / 2); x < 12; x += Step)
                integral += Math.Sign(x) * Math.Exp(-(x - ratio) * (x - ratio) / 2) / Math.Sqrt(2 * Math.PI) * Step;
        }
        else
        {
            const int Angles = 400;
            const double Step = 2e-3;
            for (double r = Step / 2; r < 12; r += Step)
            {
                for (int k = 0; k < Angles; k++)
                {
                    double cosine = Math.Cos(2 * Math.PI * k / Angles);
                    double density = Math.Exp(-((r * r) - (2 * r * ratio * cosine) + (ratio * ratio)) / 2) / (2 * Math.PI);
                    integral += cosine * density * r * Step * 2 * Math.PI / Angles;
                }
            }
        }

        Assert.Equal(integral, MeanDirection(dimensions, ratio), 1e-6);
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(2, 30)]
    [InlineData(10, 0)]
    [InlineData(10, 30)]
    [InlineData(300, 0)]
    [InlineData(300, 30)]
    public void On_a_quadratic_with_normal_noise_the_measures_are_the_exact_ones(int dimensions, int step)
    {
        // Gradient descent from w = (1, …, 1): w_k shrinks by 1 − η h_k in each step, and the noise does not.
        const double Rate = 0.05, Noise = 0.4;
        const int Count = 2500;
        double[] curvatures = [.. Enumerable.Range(1, dimensions).Select(k => (double)k / dimensions)];
        double[] gradient = [.. curvatures.Select(h => h * Math.Pow(1 - (Rate * h), step))];
        double direction = MeanDirection(dimensions, Math.Sqrt(gradient.Sum(g => g * g)) / Noise);
        var random = new System.Random(dimensions + step);
        float[][] drawn =
            [.. Enumerable.Range(0, Count).Select(_ => Array.ConvertAll(gradient, g => (float)(g + (Noise * Normal(random)))))];

        var reading = GradientDiagnostics.Of(drawn, Array.ConvertAll(gradient, g => (float)g));

        AssertNear(1 - (direction * direction), reading.DirectionVariance, 0.06);
        AssertNear(1 - direction, reading.DirectionError, 0.06);
        AssertNear(1, reading.Alignment, 0.06);
    }

    [Fact]
    public void Over_all_sets_of_a_noise_of_few_points_the_means_are_exact()
    {
        float[] gradient = [1, 0.5f, -0.25f];
        float[][] noise = [[0.5f, 0, 0], [-0.5f, 0, 0], [0.2f, -0.9f, 0.4f], [-0.2f, 0.9f, -0.4f]];
        float[][] values = Array.ConvertAll(noise, part => gradient.Zip(part, (g, e) => g + e).ToArray());
        double variance = 0, error = 0;
        foreach (var one in values)
        {
            error += GradientDiagnostics.CosineDistance(one, gradient) / 4;
            foreach (var other in values)
                variance += GradientDiagnostics.CosineDistance(one, other) / 16;
        }

        // All 64 sets of three: the mean over pairs is unbiased, so no chance is left.
        var sets = (from a in values from b in values from c in values select GradientDiagnostics.Of([a, b, c], gradient)).ToArray();

        Assert.Equal(variance, sets.Average(set => set.DirectionVariance.Mean), 1e-12);
        Assert.Equal(error, sets.Average(set => set.DirectionError.Mean), 1e-12);
    }

    [Fact]
    public void Standard_errors_are_the_spread_of_the_measures()
    {
        var random = new System.Random(3);
        float[] gradient = [1, -1, 0.5f, 2], elsewhere = [1, 1, 0.5f, 2];
        var readings = Enumerable.Range(0, 400).Select(_ => GradientDiagnostics.Of(
            [.. Enumerable.Range(0, 30).Select(_ => Array.ConvertAll(gradient, g => (float)(g + Normal(random))))], elsewhere)).ToArray();

        void Holds(Func<GradientReading, Tortue.Experiments.MeanError> measure)
        {
            double mean = readings.Average(reading => measure(reading).Mean);
            double spread = Math.Sqrt(readings.Sum(reading => Math.Pow(measure(reading).Mean - mean, 2)) / (readings.Length - 1));
            Assert.InRange(readings.Average(reading => measure(reading).StandardError) / spread, 0.9, 1.12);
        }

        Holds(reading => reading.Norm);
        Holds(reading => reading.DirectionVariance);
        Holds(reading => reading.DirectionError);
        Holds(reading => reading.Alignment);
    }

    // E[x₁/‖x‖] of a normal vector in n dimensions with mean (r, 0, …, 0) and covariance I:
    // Γ((n+1)/2) / (√2 Γ(n/2+1)) · r · ₁F₁(1/2; n/2+1; −r²/2), with Kummer's e^{−z} ₁F₁((n+1)/2; n/2+1; z) for the last factor.
    private static double MeanDirection(int dimensions, double ratio)
    {
        double gammas = dimensions % 2 == 1 ? 2 / Math.Sqrt(Math.PI) : Math.Sqrt(Math.PI) / 2;
        for (int n = dimensions % 2 == 1 ? 1 : 2; n < dimensions; n += 2)
            gammas *= (n + 1.0) / (n + 2);
        double z = ratio * ratio / 2, term = Math.Exp(-z), sum = term;
        for (int k = 0; k < 5000; k++)
        {
            term *= (((dimensions + 1) / 2.0) + k) / ((dimensions / 2.0) + 1 + k) * z / (k + 1);
            sum += term;
        }

        return gammas / Math.Sqrt(2) * ratio * sum;
    }

    private static double Normal(System.Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static void AssertNear(double exact, Tortue.Experiments.MeanError measured, double tolerance)
    {
        Assert.InRange(measured.StandardError, 0, tolerance / 3);
        Assert.InRange(Math.Abs(measured.Mean - exact), 0, 3.5 * measured.StandardError);
    }
}
