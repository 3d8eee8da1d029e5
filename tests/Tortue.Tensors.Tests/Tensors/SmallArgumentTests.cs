using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Tensors;

/// <summary>Functions that are nearly x for small x keep their digits there: signals that vanish with depth live there.</summary>
public class SmallArgumentTests
{
    private static readonly double[] Arguments =
        [0, 1e-30, 1e-20, 1e-12, 1e-8, 1e-6, 1e-4, 1e-3, 0.01, 0.1, 0.3, 0.5, 0.62, 0.63, 0.8, 1, 2, 5, 10, 20];

    public static TheoryData<string> Names => ["tanh", "sinh", "expm1", "log1p"];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheRelativeErrorIsSmallEverywhere(string name)
    {
        foreach (var (type, tolerance) in new[] { (float32, 5e-7), (float64, 2e-15) })
        {
            var x = cat([tensor(Arguments, dtype: type), tensor(Arguments[..^3], dtype: type).mul(-0.99)]);
            var y = (name switch { "tanh" => x.tanh(), "sinh" => x.sinh(), "expm1" => x.expm1(), _ => x.log1p() }).to(float64);
            foreach (var (argument, value) in x.to(float64).data<double>().Zip(y.data<double>()))
            {
                if (name == "log1p" && argument <= -1)
                    continue;
                var wanted = Exact(name, argument);
                Assert.True(Math.Abs(value - wanted) <= tolerance * Math.Abs(wanted), $"{name}({argument}) is {wanted}, here {value} ({type})");
            }
        }
    }

    [Fact]
    public void TheEndsAreTheEnds()
    {
        var x = tensor(new[] { double.NegativeInfinity, double.PositiveInfinity, double.NaN });

        Assert.Equal([-1, 1, double.NaN], x.tanh().data<double>());
        Assert.Equal([-1, double.PositiveInfinity, double.NaN], x.expm1().data<double>());
        Assert.Equal([double.NaN, double.PositiveInfinity, double.NaN], x.log1p().data<double>());
        Assert.Equal(double.NegativeInfinity, tensor(-1.0).log1p().item<double>());
    }

    /// <summary>Series below 0.05, where .NET's own formulas lose digits, and those formulas above.</summary>
    private static double Exact(string name, double x) => name switch
    {
        "tanh" => Math.Tanh(x),
        "sinh" => Math.Sinh(x),
        "expm1" => Math.Abs(x) < 0.05 ? Series(x, static (term, n, x) => term * x / (n + 1)) : Math.Exp(x) - 1,
        _ => Math.Abs(x) < 0.05 ? Series(x, static (term, n, x) => -term * x * n / (n + 1)) : Math.Log(1 + x),
    };

    private static double Series(double x, Func<double, int, double, double> next)
    {
        var (sum, term) = (0.0, x);
        for (var n = 1; n < 20; n++)
            (sum, term) = (sum + term, next(term, n, x));
        return sum;
    }
}
