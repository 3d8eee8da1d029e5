using Tortue.Cli.Terminal;
using Xunit;

namespace Tortue.Cli.Tests.Terminal;

public class QuantitiesTests
{
    [Theory]
    [InlineData(0.04, "0.0 s")]
    [InlineData(3.24, "3.2 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(59.96, "1:00")]
    [InlineData(3599.7, "1:00:00")]
    [InlineData(125, "2:05")]
    [InlineData(3725, "1:02:05")]
    [InlineData(90000, "25:00:00")]
    public void TimesReadLikeAClock(double seconds, string expected) =>
        Assert.Equal(expected, Quantities.Show(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(12_345, "12 kB")]
    [InlineData(3_440_000, "3.4 MB")]
    public void SizesAreInDecimalUnits(long bytes, string expected) => Assert.Equal(expected, Quantities.ShowSize(bytes));
}
