using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>
/// Sums over independent paths of a symmetric law. What is averaged along a path counts as one number, so that errors are right however
/// the layers of a path depend on each other.
/// </summary>
internal sealed class PathSums
{
    /// <summary>The distance of the λ at which E exp(λX) is estimated; the first is one step from 0.</summary>
    public const double Step = 0.1;

    private const int Steps = 40;

    // The square, the product of neighbours, whether it lies far out, then cosh(λX) − 1 at every λ, for a law that is symmetric the same as
    // exp(λX) − 1 on average.
    private const int FirstStep = 3;
    private const int Kinds = FirstStep + Steps;

    private readonly double[] _sums = new double[Kinds];
    private readonly double[] _squares = new double[Kinds];
    private int _count;

    /// <summary>E X².</summary>
    public MeanError Variance => Mean(0);

    /// <summary>E X_k X_{k+1} over E X².</summary>
    public MeanError Correlation => new(Mean(1).Mean / Variance.Mean, Mean(1).StandardError / Variance.Mean);

    /// <summary>How often |X| is above <see cref="AssumptionOne.Far"/>.</summary>
    public MeanError Tail => Mean(2);

    /// <summary>Adds paths.</summary>
    /// <param name="numbers">Number k of path s at k · <paramref name="paths"/> + s.</param>
    /// <param name="paths">How many paths.</param>
    public void Add(ReadOnlySpan<float> numbers, int paths)
    {
        var layers = numbers.Length / paths;
        Span<double> path = stackalloc double[Kinds];
        for (var s = 0; s < paths; s++)
        {
            path.Clear();
            var before = double.NaN;
            for (var k = 0; k < layers; k++)
            {
                var x = (double)numbers[k * paths + s];
                path[0] += x * x / layers;
                if (k > 0)
                    path[1] += before * x / (layers - 1);
                before = x;
                path[2] += Math.Abs(x) > AssumptionOne.Far ? 1.0 / layers : 0;
                AddHyperbolic(path[FirstStep..], x, layers);
            }

            for (var kind = 0; kind < Kinds; kind++)
            {
                _sums[kind] += path[kind];
                _squares[kind] += path[kind] * path[kind];
            }
        }

        _count += paths;
    }

    /// <summary>The s that each λ asks for, up to the first λ at which the relative standard error of E exp(λX) is above a bound.</summary>
    /// <param name="precision">The bound.</param>
    public IReadOnlyList<SubGaussianPoint> Curve(double precision)
    {
        var curve = new List<SubGaussianPoint>();
        for (var step = 1; step <= Steps; step++)
        {
            var excess = Mean(FirstStep + step - 1);
            var lambda = Math.Round(step * Step, 6);
            if (!(excess.StandardError <= precision * (1 + excess.Mean)))
                break;
            var s = Math.Sqrt(2 * Math.Log(1 + excess.Mean)) / lambda;
            curve.Add(new(lambda, Round(s), Round(excess.StandardError / ((1 + excess.Mean) * lambda * lambda * s))));
        }

        return curve;
    }

    // cosh((k + 1)y) = 2 cosh(y) cosh(ky) − cosh((k − 1)y): one exponential for all λ.
    private static void AddHyperbolic(Span<double> sums, double x, int layers)
    {
        var first = Math.Cosh(Step * x);
        var (before, now) = (1.0, first);
        foreach (ref var sum in sums)
        {
            sum += (now - 1) / layers;
            (before, now) = (now, 2 * first * now - before);
        }
    }

    private MeanError Mean(int kind)
    {
        var mean = _sums[kind] / _count;
        return new(mean, Math.Sqrt(Math.Max(0, _squares[kind] / _count - mean * mean) / (_count - 1)));
    }

    private static double Round(double value) => SignificantDigits.Round(value);
}
