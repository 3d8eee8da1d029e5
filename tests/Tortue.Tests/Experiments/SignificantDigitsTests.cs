using FsCheck;
using FsCheck.Fluent;
using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.Experiments;

public sealed class SignificantDigitsTests
{
    [Theory]
    [InlineData(1.2345678, 1.2346)]
    [InlineData(-0.000123454999, -0.00012345)]
    [InlineData(99999.9, 100000)]
    [InlineData(0, 0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void Numbers_keep_five_digits(double value, double expected) => Assert.Equal(expected, SignificantDigits.Round(value));

    [Fact]
    public void Rounding_errs_by_half_a_unit_of_the_last_digit_at_most_and_twice_is_once() => Prop.ForAll(
        ArbMap.Default.ArbFor<NormalFloat>(),
        number =>
        {
            double value = number.Get, rounded = SignificantDigits.Round(value);
            return Math.Abs(rounded - value) <= 5.0001e-5 * Math.Abs(value) && SignificantDigits.Round(rounded) == rounded;
        }).QuickCheckThrowOnFailure();
}
