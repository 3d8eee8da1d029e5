using FsCheck;
using FsCheck.Fluent;
using Tortue.Numerics;
using Xunit;

namespace Tortue.Tests.Numerics;

public class Philox4x32Tests
{
    // The known answers that its authors publish with Random123 (kat_vectors, philox4x32 with 10 rounds).
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0ul, "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData(~0u, ~0u, ~0u, ~0u, ~0ul, "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0x299f31d0a4093822ul, "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void GivesThePublishedKnownAnswers(uint word0, uint word1, uint word2, uint word3, ulong key, string expected)
    {
        var words = new uint[4];

        Philox4x32.Block(new(word0, word1, word2, word3), key, words);

        Assert.Equal(expected, string.Join(' ', words.Select(word => word.ToString("x8"))));
    }

    [Fact]
    public void FillsWithOneBlockAfterAnother()
    {
        var counter = new PhiloxCounter(uint.MaxValue - 5, 7, 8, 9);
        var filled = new uint[101];

        Philox4x32.Fill(filled, counter, 42);

        var block = new uint[4];
        for (var i = 0; i < filled.Length; i++)
        {
            Philox4x32.Block(counter.Advance(i / 4), 42, block);
            Assert.Equal(block[i % 4], filled[i]);
        }
    }

    [Fact]
    public void AllWidthsGiveTheSameBits() =>
        Prop.ForAll<ushort, uint, ulong>((length, word0, key) =>
        {
            var counter = new PhiloxCounter(word0, word0 * 7, 3, 4);
            var expected = Words<ScalarLanes>(length % 300, counter, key);
            return expected.SequenceEqual(Words<Lanes128>(length % 300, counter, key))
                && expected.SequenceEqual(Words<Lanes256>(length % 300, counter, key))
                && expected.SequenceEqual(Words<Lanes512>(length % 300, counter, key));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AllWidthsGiveTheSameUniformNumbers() =>
        Prop.ForAll<ushort, uint, ulong>((length, word1, key) =>
        {
            var counter = new PhiloxCounter(0, word1, 3, 4);
            var expected = Uniform<ScalarLanes>(length % 300, counter, key);
            return expected.SequenceEqual(Uniform<Lanes128>(length % 300, counter, key))
                && expected.SequenceEqual(Uniform<Lanes256>(length % 300, counter, key))
                && expected.SequenceEqual(Uniform<Lanes512>(length % 300, counter, key));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AShorterSpanIsThePrefixOfALongerOne()
    {
        var counter = new PhiloxCounter(0, 1, 2, 3);
        var longer = new float[333];
        Philox4x32.FillNormal(longer, 1, counter, 9);
        for (var length = 0; length <= longer.Length; length += 37)
        {
            var shorter = new float[length];
            Philox4x32.FillNormal(shorter, 1, counter, 9);
            Assert.Equal(longer[..length], shorter);
        }
    }

    [Fact]
    public void UniformNumbersHaveTheMomentsOfTheUniformLaw()
    {
        const int Count = 1 << 22;
        var numbers = new float[Count];

        Philox4x32.FillUniform(numbers, 0.75f, new(0, 1, 2, 3), 2026);

        Assert.All([numbers.Min(), -numbers.Max()], extreme => Assert.InRange(extreme, -0.75f, -0.749f));
        AssertMoment(numbers, 1, 0);
        AssertMoment(numbers, 2, Math.Pow(0.75, 2) / 3);
        AssertMoment(numbers, 3, 0);
        AssertMoment(numbers, 4, Math.Pow(0.75, 4) / 5);
    }

    // Chi-square with 255 degrees of freedom: mean 255, standard deviation √510.
    [Fact]
    public void UniformNumbersFallEvenlyIntoBins()
    {
        const int Count = 1 << 20;
        var numbers = new float[Count];
        Philox4x32.FillUniform(numbers, 1, new(0, 5, 6, 7), 11);

        var bins = new int[256];
        foreach (var number in numbers)
            bins[(int)((number + 1) * 128)]++;

        const double Expected = Count / 256.0;
        var chiSquare = bins.Sum(bin => (bin - Expected) * (bin - Expected) / Expected);
        Assert.InRange(chiSquare, 255 - 4 * Math.Sqrt(510), 255 + 4 * Math.Sqrt(510));
    }

    [Fact]
    public void NormalNumbersHaveTheMomentsOfTheNormalLaw()
    {
        var numbers = new float[1 << 22];

        Philox4x32.FillNormal(numbers, 0.5f, new(0, 1, 2, 3), 2026);

        AssertMoment(numbers, 1, 0);
        AssertMoment(numbers, 2, 1.0 / 4);
        AssertMoment(numbers, 3, 0);
        AssertMoment(numbers, 4, 3.0 / 16);
        AssertMoment(numbers, 6, 15.0 / 64);
    }

    // The largest gap between the empirical distribution and Φ is below 1.95/√n with probability 0.999 (Kolmogorov).
    [Fact]
    public void NormalNumbersFollowTheNormalDistribution()
    {
        var numbers = new float[200_000];
        Philox4x32.FillNormal(numbers, 1, new(0, 4, 2, 3), 5);

        Array.Sort(numbers);
        var gap = numbers.Index().Max(pair =>
            Math.Abs(MathNet.Numerics.Distributions.Normal.CDF(0, 1, pair.Item) - (pair.Index + 0.5) / numbers.Length));
        Assert.InRange(gap, 0, 1.95 / Math.Sqrt(numbers.Length));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void RefusesAScaleThatIsNotFiniteAndPositive(float scale)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Philox4x32.FillUniform(new float[4], scale, default, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Philox4x32.FillNormal(new float[4], scale, default, 0));
    }

    private static uint[] Words<TLanes>(int length, PhiloxCounter counter, ulong key) where TLanes : struct, IBlockLanes<TLanes>
    {
        var words = new uint[length];
        Philox4x32.Fill<TLanes>(words, counter, key);
        return words;
    }

    private static float[] Uniform<TLanes>(int length, PhiloxCounter counter, ulong key) where TLanes : struct, IBlockLanes<TLanes>
    {
        var numbers = new float[length];
        Philox4x32.FillUniform<TLanes>(numbers, 0.3f, counter, key);
        return numbers;
    }

    // Within four standard errors, estimated from the numbers themselves.
    private static void AssertMoment(float[] numbers, int power, double expected)
    {
        var powers = numbers.Select(number => Math.Pow(number, power)).ToArray();
        var mean = powers.Average();
        var variance = powers.Sum(value => (value - mean) * (value - mean)) / (powers.Length - 1);
        var error = Math.Sqrt(variance / powers.Length);
        Assert.InRange(mean, expected - 4 * error, expected + 4 * error);
    }
}
