using Tortue.Numerics;
using Xunit;

namespace Tortue.Tests.Numerics;

public sealed class StationaryGaussianTests
{
    private const int Sequences = 20_000;
    private const int Length = 128;

    // A product of two normal numbers of variance 1 has a variance of at most 2.
    private static readonly double FourErrors = 4 * Math.Sqrt(2.0 / Sequences);

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void FractionalNoiseHasItsCovariance(double hurst)
    {
        var law = StationaryGaussian.FractionalNoise(Length, hurst);
        foreach (var lag in new[] { 0, 1, 2, 5, 20, 100 })
        {
            var k = (double)lag;
            var expected = (Math.Pow(k + 1, 2 * hurst) - 2 * Math.Pow(k, 2 * hurst) + Math.Pow(Math.Abs(k - 1), 2 * hurst)) / 2;
            Assert.Equal(expected, law.Autocovariance(lag), 1e-12);
        }

        AssertCovariance(law);
    }

    [Fact]
    public void NoiseOfOneHalfIsWhite()
    {
        var law = StationaryGaussian.FractionalNoise(Length, 0.5);
        Assert.All(Enumerable.Range(1, Length), lag => Assert.Equal(0, law.Autocovariance(lag), 1e-12));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(128)]
    public void RbfIncrementsHaveTheirCovariance(int length)
    {
        var law = StationaryGaussian.RbfIncrements(length, 0.01);
        Assert.Equal(1, law.Autocovariance(0));
        AssertCovariance(law);
    }

    // For small steps increments are derivatives: −K″(τ) is proportional to (1 − τ²/v) exp(−τ²/(2v)).
    [Theory]
    [InlineData(20)]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    public void RbfIncrementsAreTheDerivativeWhereStepsAreSmall(int lag)
    {
        var (distance, v) = (lag / 1000.0, 0.01);
        var expected = (1 - distance * distance / v) * Math.Exp(-distance * distance / (2 * v));
        Assert.Equal(expected, StationaryGaussian.RbfIncrements(1000, v).Autocovariance(lag), 1e-3);
    }

    [Fact]
    public void SequencesAreIndependentOfEachOther()
    {
        var numbers = Draw(StationaryGaussian.FractionalNoise(8, 0.8), 40 * 500, seed: 3);
        // Neighbours, and the two parts of one transform.
        foreach (var apart in new[] { 1, 16, 32 })
        {
            var products = Enumerable.Range(0, numbers.Length - apart).Average(i => numbers[i] * (double)numbers[i + apart]);
            Assert.Equal(0, products, FourErrors);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(50)]
    public void ASequenceDoesNotDependOnHowManyAreDrawnNorOnTheirPlaces(int count)
    {
        var law = StationaryGaussian.FractionalNoise(21, 0.3);
        var all = Draw(law, 64, seed: 2);
        var some = new float[20 * 70 + count];
        law.Fill(some, count, 70, 1, default, 2);

        for (var k = 0; k < law.Length; k++)
            Assert.Equal(all.AsSpan(k * 64, count), some.AsSpan(k * 70, count));
    }

    [Fact]
    public void OneNumberIsNormal()
    {
        var numbers = Draw(StationaryGaussian.FractionalNoise(1, 0.2), Sequences, seed: 4);
        Assert.Equal(1, numbers.Average(x => (double)x * x), FourErrors);
        Assert.Equal(3, numbers.Average(x => Math.Pow(x, 4)), 4 * Math.Sqrt(96.0 / Sequences));
    }

    [Fact]
    public void WrongUseIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StationaryGaussian.FractionalNoise(0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => StationaryGaussian.FractionalNoise(5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StationaryGaussian.RbfIncrements(5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StationaryGaussian.RbfIncrements(5, 0.1));
        var law = StationaryGaussian.FractionalNoise(5, 0.5);
        Assert.Throws<ArgumentException>(() => law.Fill(new float[9], 2, 2, 1, default, 1));
        Assert.Throws<ArgumentException>(() => law.Fill(new float[90], 3, 2, 1, default, 1));
    }

    // Averages over places help, but no more than if all places said the same: the tolerance holds for one place.
    private static void AssertCovariance(StationaryGaussian law)
    {
        var numbers = Draw(law, Sequences, seed: 1);
        foreach (var lag in new[] { 0, 1, 2, 5, 20, 100 }.Where(lag => lag < law.Length))
        {
            double sum = 0;
            for (var i = 0; i < numbers.Length - lag * Sequences; i++)
                sum += numbers[i] * (double)numbers[i + lag * Sequences];
            Assert.Equal(law.Autocovariance(lag), sum / (numbers.Length - lag * Sequences), FourErrors);
        }
    }

    private static float[] Draw(StationaryGaussian law, int count, ulong seed)
    {
        var numbers = new float[law.Length * count];
        law.Fill(numbers, count, count, 1, default, seed);
        return numbers;
    }
}
