using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.Initialization;

/// <summary>
/// Units of a ReLU network that are 0 on every training image get no gradient any more: how many there are over training, at several
/// learning rates and biases, and how many units are as silent where the slope below 0 is not 0. Plain gradient descent never wakes a
/// silent ReLU of the first hidden layer: its inputs, the images, stay as they are.
/// </summary>
public static class DeadRelus
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="DeadRelusOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each network.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static DeadRelusResult Run(
        DeadRelusOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static DeadRelusResult Measure(
        DeadRelusOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(InitializationText.RunningDeadRelus, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var data = options.Data();
        var jobs = (
            from activation in options.Activations()
            from bias in options.Biases
            from rate in options.LearningRates
            from r in Enumerable.Range(0, options.Runs)
            select (activation, bias, rate, Seed: options.Seed + (ulong)r)).ToArray();
        var networks = new DeadRelusNetwork[jobs.Length];
        ParallelJobs.Run(
            jobs.Length,
            options.Threads,
            _ => 1,
            () => 0,
            (_, job) =>
            {
                var (activation, bias, rate, seed) = jobs[job];
                networks[job] = run.Cell(
                    Text.Format("{0}/bias {1}/rate {2}/seed {3}", activation, bias, rate, seed),
                    () => Learn(options, data, activation, bias, rate, seed, run.Cancellation));
            },
            run.Progress,
            run.Cancellation);
        return new(options, run.Finish(options.Seed, Course.EngineName, options.Threads), networks);
    }

    private static DeadRelusNetwork Learn(
        DeadRelusOptions options,
        LabelledData data,
        Activation activation,
        double bias,
        double rate,
        ulong seed,
        CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var init = WeightInit.He(activation.NegativeSlope!.Value);
        using var network = PlainPerceptron.Make(data, options.Depth, options.Width, activation, init, seed);
        PlainPerceptron.SetHiddenBiases(network, bias);
        var census = new SilentUnits(data);
        census.Count(network);
        var fit = new TrainingOptions
        {
            Epochs = options.Epochs,
            BatchSize = options.BatchSize,
            Optimizer = parameters => optim.SGD(parameters, rate, momentum: options.Momentum),
            Seed = seed,
            Observers = [census],
        };
        var history = Fitting.RunQuietly(network, data, null, fit, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return new(
            activation, bias, rate, seed, census.Shares, census.Returned,
            Math.Round(history.Epochs.LastOrDefault()?.TrainingAccuracy ?? 0, 4),
            history.End == TrainingEnd.Diverged);
    }
}
