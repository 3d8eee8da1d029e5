using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.Initialization;

/// <summary>
/// What the hidden layers of deep networks do while they are trained from the old initialisation U(±1/√n): sigmoid, tanh and softsign.
/// X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS 2010, figures 2 and 3.
/// </summary>
public static class Saturation
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="SaturationOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each network.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static SaturationResult Run(
        SaturationOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static SaturationResult Measure(
        SaturationOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(InitializationText.RunningSaturation, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var (training, test) = options.Data();
        var jobs = SaturationOptions.Activations
            .SelectMany(activation => Enumerable.Range(0, options.Runs).Select(r => (activation, Seed: options.Seed + (ulong)r)))
            .ToArray();
        var networks = new SaturationNetwork[jobs.Length];
        ParallelJobs.Run(
            jobs.Length,
            options.Threads,
            _ => 1,
            () => 0,
            (_, job) =>
            {
                var (activation, seed) = jobs[job];
                networks[job] = run.Cell(
                    $"{activation}/seed {seed}", () => Learn(options, training, test, activation, seed, run.Cancellation));
            },
            run.Progress,
            run.Cancellation);
        return new(options, run.Finish(options.Seed, Course.EngineName, options.Threads), networks);
    }

    private static SaturationNetwork Learn(
        SaturationOptions options,
        LabelledData training,
        LabelledData test,
        Activation activation,
        ulong seed,
        CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        int hidden = SaturationOptions.HiddenLayers(activation);
        using var network = PlainPerceptron.Make(training, hidden, options.Width, activation, WeightInit.Standard, seed);
        var probe = new SaturationProbe(activation, test, options.ProbeEvery);
        probe.Look(network, 0);
        var fit = new TrainingOptions
        {
            Epochs = options.Epochs,
            BatchSize = options.BatchSize,
            Optimizer = parameters => optim.SGD(parameters, options.LearningRate),
            Seed = seed,
            Observers = [probe],
        };
        Fitting.RunQuietly(network, training, null, fit, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return new(activation, seed, probe.Points, Evaluation.Of(network, test, cancellation: cancellation).Accuracy);
    }
}
