using Tortue.Experiments;
using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>
/// The gradient of a deep ReLU network at neighbouring inputs. For one layer it changes like a random walk as x moves, for many layers like
/// white noise, and residual connections keep some of its likeness. D. Balduzzi et al., "The Shattered Gradients Problem: If resnets are
/// the answer, then what is the question?", ICML 2017.
/// </summary>
public static class ShatteredGradients
{
    /// <summary>The largest lag of the autocorrelation functions, in steps of the grid; at most a quarter of the grid.</summary>
    public const int LargestLag = 40;

    private static readonly NetworkWiring[] OnGrid =
    [
        NetworkWiring.Plain,
        NetworkWiring.PlainNormalized,
        NetworkWiring.Residual,
        NetworkWiring.ResidualNormalized,
        NetworkWiring.ResidualRescaled,
    ];

    private static readonly (GradientInputs Inputs, NetworkWiring Wiring)[] Curves =
    [
        .. OnGrid.Select(wiring => (GradientInputs.Grid, wiring)), .. OnGrid.Select(wiring => (GradientInputs.Unrelated, wiring)),
    ];

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="ShatteredGradientsOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told at most ten times a second.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ShatteredGradientsResult Run(
        ShatteredGradientsOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static ShatteredGradientsResult Measure(
        ShatteredGradientsOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(GradientsText.ShatterRunningShattered, progress, cancellation, cells);
        var measures = Curves.Select(_ => new GradientMeasure[options.Networks][]).ToArray();
        ParallelJobs.Run(
            Curves.Length * options.Networks,
            options.Threads,
            _ => 1,
            () => 0,
            (_, job) =>
            {
                var (network, curve) = Math.DivRem(job, Curves.Length);
                var (inputs, wiring) = Curves[curve];
                measures[curve][network] = run.Cell(
                    $"{inputs}/{wiring}/{network}", () => Measure(options, inputs, wiring, network, run.Cancellation));
            },
            run.Progress,
            run.Cancellation);
        var curves = Curves.Zip(measures, (curve, networks) => new GradientCurve(
            curve.Inputs,
            curve.Wiring,
            [
                .. options.Depths.Select((depth, k) =>
                    GradientDepth.Of(depth, options.Points, [.. networks.Select(network => network[k])])),
            ]));
        return new(options, run.Finish(options.Seed, Course.EngineName, options.Threads), [.. curves], Series(options, measures));
    }

    /// <summary>One network before its first hidden layer's ReLU.</summary>
    internal static GradientPass Start(ShatteredGradientsOptions options, GradientInputs inputs, NetworkWiring wiring, NetworkDraws draws)
    {
        var direction = draws.Direction();
        var states = inputs == GradientInputs.Grid ? FirstLayer(options, draws) : draws.Unrelated(options.Points);
        return new(wiring, options.Beta, states, direction);
    }

    private static Tensor FirstLayer(ShatteredGradientsOptions options, NetworkDraws draws)
    {
        var points = tensor(Array.ConvertAll(options.Grid, x => (float)x), [options.Points, 1]);
        return points * draws.Direction() + draws.Biases(0, options.BiasDeviation);
    }

    private static GradientMeasure[] Measure(
        ShatteredGradientsOptions options, GradientInputs inputs, NetworkWiring wiring, int network, CancellationToken cancellation)
    {
        using var untracked = no_grad();
        using var scope = NewDisposeScope();
        var draws = new NetworkDraws(options.Width, options.Seed, network);
        var pass = Start(options, inputs, wiring, draws);
        bool onGrid = inputs == GradientInputs.Grid;
        int lags = onGrid ? Math.Min(LargestLag, options.Points / 4) : 0;
        var measures = new List<GradientMeasure>();
        for (int layer = 1; layer <= options.Depths[^1]; layer++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var weights = draws.Weights(layer);
            using var biases = options.HiddenBiasDeviation > 0 && onGrid ? draws.Biases(layer, options.HiddenBiasDeviation) : null;
            pass.Layer(weights, biases);
            if (options.Depths.Contains(layer))
                measures.Add(GradientMeasure.Of(pass, lags, series: onGrid && network == 0));
        }

        return [.. measures];
    }

    private static GradientSeries[] Series(ShatteredGradientsOptions options, GradientMeasure[][][] measures)
    {
        var linear = LinearSeries(options);
        return
        [
            Drawn(NetworkWiring.Plain, 1),
            Drawn(NetworkWiring.Plain, options.PlainDepth),
            Drawn(NetworkWiring.PlainNormalized, options.PlainDepth),
            Drawn(NetworkWiring.ResidualNormalized, options.ResidualDepth),
            Drawn(NetworkWiring.ResidualRescaled, options.ResidualDepth),
            linear,
        ];

        GradientSeries Drawn(NetworkWiring wiring, int depth) => GradientSeries.Of(
            wiring,
            depth,
            measures[Array.IndexOf(Curves, (GradientInputs.Grid, wiring))][0][options.Depths.ToList().IndexOf(depth)].Series);
    }

    private static GradientSeries LinearSeries(ShatteredGradientsOptions options)
    {
        using var untracked = no_grad();
        using var scope = NewDisposeScope();
        var draws = new NetworkDraws(options.Width, options.Seed, 0);
        int half = options.Width / 2;
        var gradients = LooksLinear.Gradients(
            FirstLayer(options, draws).narrow(1, 0, half),
            draws.Direction().narrow(1, 0, half),
            options.PlainDepth,
            new Generator(options.Seed));
        var series = gradients.select(1, 0).contiguous().data<float>().Select(value => (double)value);
        return GradientSeries.Of(NetworkWiring.LooksLinear, options.PlainDepth, [.. series]);
    }
}
