using MathNet.Numerics.Distributions;
using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.Experiments;

public sealed class CountedShareTests
{
    // What the limits mean, asked of the binomial law itself: at the lower limit so many successes or more have the chance 1/40, at the
    // upper limit so many or fewer.
    [Theory]
    [InlineData(1, 20)]
    [InlineData(10, 20)]
    [InlineData(45, 50)]
    [InlineData(199, 200)]
    public void LimitsLeaveOneInFortyOnEachSide(int successes, int count)
    {
        var share = new CountedShare(successes, count);

        Assert.Equal(successes / (double)count, share.Share);
        Assert.Equal(0.025, 1 - Binomial.CDF(share.AtLeast, count, successes - 1), 1e-9);
        Assert.Equal(0.025, Binomial.CDF(share.AtMost, count, successes), 1e-9);
    }

    [Fact]
    public void AllOrNoneLeaveOneSideOpen()
    {
        Assert.Equal((0, 1), (new CountedShare(0, 50).AtLeast, new CountedShare(50, 50).AtMost));
        Assert.Equal(Math.Pow(0.025, 1.0 / 50), new CountedShare(50, 50).AtLeast, 1e-9);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.95)]
    public void TheSmallestCountIsJustEnough(double probability)
    {
        var count = CountedShare.SmallestCount(probability);

        Assert.True(new CountedShare(count, count).AtLeast >= probability);
        Assert.True(new CountedShare(count - 1, count - 1).AtLeast < probability);
    }
}
