namespace Tortue.DepthScaling;

/// <summary>
/// Assumption (A1) of the course's notes: for some s ≥ 1 the entries of √d V_k are symmetric, independent, s² sub-Gaussian, that is
/// E exp(λX) ≤ exp(λ² s²/2) for all λ, of variance 1. Which laws satisfy it, by reasoning and by drawing numbers.
/// </summary>
public static class AssumptionOne
{
    /// <summary>
    /// The largest relative standard error of E exp(λX) with which a λ still counts: beyond it a few draws decide. Where E exp(2λX) is
    /// infinite, the error that the draws show is too small; with this bound Laplace's curve is still within three of them of the exact
    /// one, with 0.05 it was not.
    /// </summary>
    public const double Precision = 0.01;

    /// <summary>How often numbers lie beyond ±4 is counted: a test of the tails that needs no mean of huge numbers.</summary>
    public const double Far = 4;

    /// <summary>
    /// What s = 1 allows beyond <see cref="Far"/>, by Markov's inequality at λ = 4: P(|X| &gt; 4) ≤ 2 exp(−4²/2), about 1 in 1,500.
    /// </summary>
    public static readonly double LargestTail = 2 * Math.Exp(-Far * Far / 2);

    /// <summary>Layers of each path that is drawn.</summary>
    public const int Layers = 50;

    /// <summary>Paths that are drawn for each network: the entries of a matrix of width 40.</summary>
    public const int PathsPerNetwork = Width * Width;

    private const int Width = 40;

    // No other experiment of the same seed draws from ensembles of this number on.
    private const int FirstEnsemble = 64;

    /// <summary>Why a law does not satisfy (A1), in words, or null if it does.</summary>
    /// <param name="law">The law.</param>
    public static string? WhyNot(EntryLaw law) => law switch
    {
        EntryLaw.Laplace => DepthScalingText.TailLaplace,
        EntryLaw.StudentT => DepthScalingText.TailStudent,
        EntryLaw.Smooth or EntryLaw.Rough or EntryLaw.Persistent => DepthScalingText.AssumptionPath,
        _ => null,
    };

    /// <summary>√(2 ln E exp(λX))/λ of a law exactly; infinite where the expectation is.</summary>
    /// <remarks>The uniform law's E exp(λX) is sinh(√3 λ)/(√3 λ), Laplace's 1/(1 − λ²/2); for all normal numbers the value is 1.</remarks>
    /// <param name="law">The law.</param>
    /// <param name="lambda">λ &gt; 0.</param>
    public static double Exact(EntryLaw law, double lambda)
    {
        return law switch
        {
            EntryLaw.Uniform => Root(LogSinhRatio(Math.Sqrt(3) * lambda)),
            EntryLaw.Laplace when lambda < Math.Sqrt(2) => Root(-Math.Log(1 - lambda * lambda / 2)),
            EntryLaw.Laplace or EntryLaw.StudentT => double.PositiveInfinity,
            _ => 1,
        };

        double Root(double logarithm) => Math.Sqrt(2 * logarithm) / lambda;
    }

    /// <summary>The smallest s with which a law is s² sub-Gaussian: the supremum of <see cref="Exact"/>; null where it is
    /// infinite.</summary>
    /// <param name="law">The law.</param>
    public static double? Constant(EntryLaw law) => law is EntryLaw.Laplace or EntryLaw.StudentT ? null : 1;

    /// <summary>The correlation of neighbouring layers, exactly.</summary>
    /// <param name="law">The law.</param>
    public static double Correlation(EntryLaw law) => Path(law).Law(Layers)?.Autocovariance(1) ?? 0;

    /// <summary>Draws numbers of a law and estimates what (A1) is about.</summary>
    /// <param name="law">The law.</param>
    /// <param name="networks">How many networks' worth of numbers, <see cref="PathsPerNetwork"/> paths of <see cref="Layers"/> layers
    /// each.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cancellation">Looked at for each network.</param>
    internal static AssumptionOneRow Measure(EntryLaw law, int networks, ulong seed, CancellationToken cancellation)
    {
        var sums = new PathSums();
        var numbers = new float[Layers * PathsPerNetwork];
        for (var network = 0; network < networks; network++)
        {
            cancellation.ThrowIfCancellationRequested();
            Draw(law, numbers, network, seed);
            sums.Add(numbers, PathsPerNetwork);
        }

        return new(law, sums.Variance, sums.Correlation, sums.Tail, sums.Curve(Precision));
    }

    /// <summary>Numbers of a law, of variance 1: number k of path s at k · <see cref="PathsPerNetwork"/> + s.</summary>
    internal static void Draw(EntryLaw law, Span<float> numbers, int network, ulong seed)
    {
        var ensemble = FirstEnsemble + (int)law;
        if (law is EntryLaw.Laplace or EntryLaw.StudentT)
        {
            HeavyTails.Fill(law, numbers, new(0, 0, (uint)network, (uint)ensemble), seed);
            return;
        }

        // The weights that the simulations draw, times √d.
        var shape = new ResidualShape
        {
            Model = ResidualModel.Res1,
            Width = Width,
            Depth = Layers,
            Law = law == EntryLaw.Uniform ? WeightLaw.Uniform : WeightLaw.Normal,
            Path = Path(law),
        };
        var weights = new NetworkWeights(shape, seed, ensemble, network);
        if (shape.Path.Law(Layers) is { } path)
        {
            weights.DrawLayers(path, 0, numbers, PathsPerNetwork);
        }
        else
        {
            for (var layer = 1; layer <= Layers; layer++)
                weights.DrawV(layer, numbers.Slice((layer - 1) * PathsPerNetwork, PathsPerNetwork));
        }

        foreach (ref var number in numbers)
            number *= MathF.Sqrt(Width);
    }

    private static WeightPath Path(EntryLaw law) => law switch
    {
        EntryLaw.Smooth => WeightPath.Smooth,
        EntryLaw.Rough => WeightPath.Fractional(0.2),
        EntryLaw.Persistent => WeightPath.Fractional(0.8),
        _ => WeightPath.Independent,
    };

    // ln(sinh x / x) for x > 0, also where sinh is beyond the range of double or the quotient is nearly 1.
    private static double LogSinhRatio(double x) => x < 0.01
        ? x * x / 6 - x * x * x * x / 180
        : x + Math.Log((1 - Math.Exp(-2 * x)) / (2 * x));
}
