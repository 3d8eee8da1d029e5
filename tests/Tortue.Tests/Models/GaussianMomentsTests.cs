using FsCheck;
using FsCheck.Fluent;
using Tortue.Models;
using Xunit;

namespace Tortue.Tests.Models;

public sealed class GaussianMomentsTests
{
    public static TheoryData<string, double> CurvesAndVariances
    {
        get
        {
            var data = new TheoryData<string, double>();
            foreach (var curve in new[] { "tanh", "sigmoid", "softsign" })
            {
                foreach (var variance in new[] { 1e-20, 1e-6, 0.01, 1, 6.25, 100, 1e4 })
                    data.Add(curve, variance);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(CurvesAndVariances))]
    public void Averages_are_those_of_another_rule(string name, double variance)
    {
        var activation = Activation.Parse(name);
        var moments = GaussianMoments.Of(activation, variance);

        Assert.Equal(1, moments.MeanSquare / Trapezes(z => Math.Pow(activation.Value(z), 2), variance), 1e-10);
        Assert.Equal(1, moments.MeanSquareSlope / Trapezes(z => Math.Pow(activation.Derivative(z), 2), variance), 1e-10);
        Assert.Equal(Trapezes(activation.Value, variance), moments.Mean, 1e-10);
    }

    [Fact]
    public void Half_lines_have_He_s_factor() => Prop.ForAll(
        Gen.Choose(0, 100).Select(percent => percent / 100.0).ToArbitrary(),
        Gen.Choose(1, 1000).Select(v => v / 50.0).ToArbitrary(),
        (slope, variance) =>
        {
            var activation = Activation.LeakyRelu(slope);
            var moments = GaussianMoments.Of(activation, variance);
            double half = (1 + (double)(float)slope * (float)slope) / 2;
            Assert.Equal(half * variance, moments.MeanSquare, 1e-12 * variance);
            Assert.Equal(half, moments.MeanSquareSlope, 1e-12);
            Assert.Equal(Trapezes(activation.Value, variance), moments.Mean, 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_square_of_tanh_of_a_standard_normal_is_on_average_0_394_and_not_1() =>
        Assert.Equal(0.394, GaussianMoments.Of(Activation.Tanh, 1).MeanSquare, 5e-4);

    [Fact]
    public void Without_variance_there_is_the_value_at_0()
    {
        Assert.Equal(new(0.5, 0.25, 0.0625), GaussianMoments.Of(Activation.Sigmoid, 0));
        Assert.Equal(new(0, 0, 1), GaussianMoments.Of(Activation.Tanh, 0));
        Assert.Equal(new(0, 0, 0.5), GaussianMoments.Of(Activation.Relu, 0));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_variance_is_a_number_from_0(double variance) => Assert.Contains(
        "0 or above", Assert.Throws<ArgumentException>(() => GaussianMoments.Of(Activation.Tanh, variance)).Message, StringComparison.Ordinal);

    // E[f(z)] over x = e^t, z = ±s x, by trapezes in t: everything is flat at both ends, so that they converge faster than any power.
    private static double Trapezes(Func<double, double> function, double variance)
    {
        const double Step = 1.0 / 512, First = -60, Last = 3;
        double deviation = Math.Sqrt(variance), sum = 0;
        for (double t = First; t <= Last; t += Step)
        {
            double x = Math.Exp(t);
            sum += (function(deviation * x) + function(-deviation * x)) * x * Math.Exp(-x * x / 2);
        }

        return sum * Step / Math.Sqrt(2 * Math.PI);
    }
}
