using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>
/// The loss around trained networks with and without shortcuts, on planes of filter-normalised random directions, and along the way of
/// training. H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, "Visualizing the loss landscape of neural nets", NeurIPS 2018.
/// </summary>
public static class LossSurface
{
    /// <summary>Losses above this are cut off, in nats.</summary>
    public const double LargestLoss = 1e6;

    private const int BatchSize = 25;
    private const double Momentum = 0.9;
    private const double WeightDecay = 5e-4;
    private const int Digits = 4;

    // Half of the path's extent is seen on each side of it.
    private const double Margin = 0.5;

    // New layers draw their first numbers from the one generator of all.
    private static readonly Lock Making = new();

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="LossSurfaceOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each network.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static LossSurfaceResult Run(
        LossSurfaceOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static LossSurfaceResult Measure(
        LossSurfaceOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(GradientsText.RunningLossSurface, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var images = GeneratedImages.Make(new() { Count = options.Examples * 3 / 2, Seed = options.Seed });
        var (training, test) = images.Split(options.Examples / 2, options.Seed);
        var normalization = Normalization.Of(training);
        (training, test) = (normalization.Apply(training), normalization.Apply(test));

        var jobs =
            from depth in options.Depths
            from number in Enumerable.Range(0, options.Runs)
            from shortcuts in new[] { true, false }
            orderby depth descending
            select (depth, number, shortcuts);
        var ordered = jobs.ToArray();
        var computed = new LossSurfaceCell[ordered.Length];
        ParallelJobs.Run(
            ordered.Length,
            ParallelJobs.DefaultThreads,
            job => ordered[job].depth,
            () => 0,
            (_, job) =>
            {
                var (depth, number, shortcuts) = ordered[job];
                var key = $"{depth} layers/{(shortcuts ? "with" : "without")} shortcuts/run {number}";
                computed[job] = run.Cell(key, () => Explore(options, training, test, depth, shortcuts, number, run.Cancellation));
            },
            run.Progress,
            run.Cancellation);
        var sorted = computed.OrderBy(cell => cell.Depth).ThenBy(cell => cell.Run).ThenByDescending(cell => cell.Shortcuts);
        return new(options, run.Finish(options.Seed, Course.EngineName, get_num_threads()), training.Classes.Count, [.. sorted]);
    }

    private static LossSurfaceCell Explore(
        LossSurfaceOptions options,
        LabelledData training,
        LabelledData test,
        int depth,
        bool shortcuts,
        int number,
        CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        ulong seed = options.Seed + (ulong)number;
        using var network = Make(options, training, depth, shortcuts, seed);
        var way = new WeightPath(network);
        bool isShown = number == 0, isDeepest = depth == options.Depths[^1];
        var fit = new TrainingOptions
        {
            Epochs = options.Epochs,
            BatchSize = BatchSize,
            Optimizer = parameters => optim.SGD(
                parameters, options.LearningRate, momentum: Momentum, weight_decay: WeightDecay, nesterov: true),
            Schedule = optimizer => optim.lr_scheduler.MultiStepLR(optimizer, [options.Epochs / 2, options.Epochs * 3 / 4]),
            Seed = seed,
            Observers = isShown && isDeepest ? [way] : [],
        };
        Fitting.RunQuietly(network, training, null, fit, cancellation);
        cancellation.ThrowIfCancellationRequested();
        network.eval();

        var seen = training.First(options.Images);
        double Loss() => Bounded(Evaluation.Of(network, seen, cancellation: cancellation).Loss);
        using var random = new Generator(seed);
        var first = LossPlane.FilterNormalized(network, random);
        var second = LossPlane.FilterNormalized(network, random);
        var steps = options.Steps();
        var surface = LossPlane.Evaluate(network, first, second, steps, steps, Loss, cancellation);
        return new(
            depth,
            shortcuts,
            number,
            Rounded(Loss()),
            Rounded(1 - Evaluation.Of(network, test, cancellation: cancellation).Accuracy),
            SurfaceMeasures.Of(steps, surface, training.Classes.Count),
            isShown ? Rounded(surface) : null,
            isShown && isDeepest ? PathOf(options, network, way, Loss, cancellation) : null);
    }

    private static ShortcutNetwork Make(LossSurfaceOptions options, LabelledData data, int depth, bool shortcuts, ulong seed)
    {
        lock (Making)
            return new(data.InputShape[0], data.Classes.Count, depth, options.Width, shortcuts, seed);
    }

    private static TrainingPath PathOf(
        LossSurfaceOptions options, ShortcutNetwork network, WeightPath way, Func<double> loss, CancellationToken cancellation)
    {
        var plane = PrincipalPlane.Of(way.Points);
        double[] first = [.. plane.Path.Select(point => point[0])], second = [.. plane.Path.Select(point => point[1])];
        var (columns, rows) = (Around(first, options.Points), Around(second, options.Points));
        var losses = LossPlane.Evaluate(
            network,
            WeightPath.Direction(network, plane.First),
            WeightPath.Direction(network, plane.Second),
            columns,
            rows,
            loss,
            cancellation);
        return new([.. plane.Shares.Select(Rounded)], Rounded(first), Rounded(second), Rounded(columns), Rounded(rows), Rounded(losses));
    }

    private static double[] Around(double[] positions, int count)
    {
        double extent = Math.Max(positions.Max() - positions.Min(), 1e-6);
        double start = positions.Min() - (Margin * extent), length = (1 + (2 * Margin)) * extent;
        return [.. Enumerable.Range(0, count).Select(i => start + (length * i / (count - 1)))];
    }

    private static double Bounded(double loss) => loss < LargestLoss ? loss : LargestLoss;

    private static double Rounded(double value) => SignificantDigits.Round(value, Digits);

    private static double[] Rounded(double[] values) => Array.ConvertAll(values, Rounded);

    private static double[][] Rounded(double[][] rows) => Array.ConvertAll(rows, Rounded);
}
