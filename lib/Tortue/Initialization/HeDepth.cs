using TorchSharp;
using TorchSharp.Modules;
using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.Initialization;

/// <summary>
/// Plain deep ReLU networks from Glorot's ("Xavier") and from He's initialisation, at several learning rates. K. He, X. Zhang, S. Ren and
/// J. Sun, "Delving deep into rectifiers", ICCV 2015, figures 2 and 3.
/// </summary>
public static class HeDepth
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="HeDepthOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each network.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static HeDepthResult Run(
        HeDepthOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static HeDepthResult Measure(
        HeDepthOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(InitializationText.RunningHeDepth, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var data = options.Data();
        var starts = HeDepthResult.Inits
            .SelectMany(init => options.DepthsAtStart().Select(depth => Start(options, data, init, depth, run.Cancellation)))
            .ToArray();
        var jobs = (
            from depth in options.Depths
            from init in HeDepthResult.Inits
            from rate in options.LearningRates
            from r in Enumerable.Range(0, options.Runs)
            select (depth, init, rate, Seed: options.Seed + (ulong)r)).ToArray();
        var trainings = new HeDepthTraining[jobs.Length];
        ParallelJobs.Run(
            jobs.Length,
            options.Threads,
            job => jobs[job].depth,
            () => 0,
            (_, job) =>
            {
                var (depth, init, rate, seed) = jobs[job];
                trainings[job] = run.Cell(
                    Text.Format("{0} layers/{1}/rate {2}/seed {3}", depth, init, rate, seed),
                    () => Learn(options, data, depth, init, rate, seed, run.Cancellation));
            },
            run.Progress,
            run.Cancellation);
        return new(options, run.Finish(options.Seed, Course.EngineName, options.Threads), data.Classes.Count, starts, trainings);
    }

    private static Sequential Network(HeDepthOptions options, LabelledData data, int depth, WeightInit init, ulong seed) =>
        PlainPerceptron.Make(data, depth - 1, options.Width, Activation.Relu, init, seed);

    // The norm of the whole gradient on the first examples, before any step.
    private static HeDepthStart Start(HeDepthOptions options, LabelledData data, WeightInit init, int depth, CancellationToken cancellation)
    {
        var norms = Enumerable.Range(0, options.Runs).Select(r =>
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            using var network = Network(options, data, depth, init, options.Seed + (ulong)r);
            var batch = data.First(Math.Min(options.Examples, HeDepthOptions.ImagesAtStart));
            nn.functional.cross_entropy(network.forward(batch.Inputs), batch.Labels).backward();
            var weights = network.parameters().Where(parameter => parameter.dim() > 1);
            return Math.Sqrt(weights.Sum(weight => weight.grad!.square().sum().ToDouble()));
        });
        return new(init, depth, [.. norms.Select(norm => SignificantDigits.Round(norm))]);
    }

    private static HeDepthTraining Learn(
        HeDepthOptions options, LabelledData data, int depth, WeightInit init, double rate, ulong seed, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        using var network = Network(options, data, depth, init, seed);
        var fit = new TrainingOptions
        {
            Epochs = options.Epochs,
            BatchSize = options.BatchSize,
            Optimizer = parameters => optim.SGD(parameters, rate, momentum: HeDepthOptions.Momentum),
            Seed = seed,
        };
        var history = Fitting.RunQuietly(network, data, null, fit, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return new(
            depth, init, rate, seed,
            [.. history.Epochs.Select(epoch => Math.Round(epoch.TrainingLoss, 4))],
            history.End == TrainingEnd.Diverged);
    }
}
