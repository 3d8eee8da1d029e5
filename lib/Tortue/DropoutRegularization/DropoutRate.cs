using Tortue.Data;
using Tortue.Experiments;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.DropoutRegularization;

/// <summary>
/// Error against the probability p of keeping a hidden unit, for networks of one width and for networks that are the wider the smaller p.
/// N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever, R. Salakhutdinov, "Dropout: a simple way to prevent neural networks from
/// overfitting", Journal of Machine Learning Research 15 (2014), figure 9.
/// </summary>
/// <remarks>
/// One learning rate for all would compare learning rates: of networks without dropout (generated images, 6,400 of them, two hidden layers
/// of 256, minibatches of 32, 2,000 steps) the rates 0.005, 0.01, 0.02, 0.05 and 0.1 left test errors of 38, 14, 13, 57 and 69 per cent,
/// and on MNIST (8,000 images) 0.01, 0.02, 0.05 and 0.1 left 4.7, 4.2, 3.5 and 50; with p = 0.1 the best of these, 0.05, left 90, chance,
/// 0.01 left 48 after 1,000 steps, and 0.003 left 23 after 1,500. So <see cref="DropoutRateOptions.Standard"/> chooses a rate for each
/// network, on validation images. <see cref="DropoutRateOptions.Quick"/> has no time for that: it takes 0.01 for all.
/// </remarks>
public static class DropoutRate
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="DropoutRateOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each training.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell. The chart below the cell
    /// stays, with what had been measured.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="DataNotFoundException">A real set is asked for and not there.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static DropoutRateResult Run(
        DropoutRateOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static DropoutRateResult Measure(
        DropoutRateOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DropoutRegularizationText.RunningDropoutRate, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var images = SizedImages.Make(options.Data, options.Examples, options.Held, options.TestExamples, options.Seed);
        DropoutRateResult Result(RunRecord record, IEnumerable<DropoutRateTraining> trainings) => new(
            options, record, images.Training.Name, images.Training.Count, images.Test.Count,
            [.. trainings.OrderBy(each => each.Rule).ThenBy(each => each.Keep).ThenBy(each => each.Seed)]);
        (WidthRule Rule, double Keep)[] kinds =
        [
            .. from keep in options.Keeps
               from rule in Enum.GetValues<WidthRule>()
               where rule == WidthRule.Fixed || keep != options.CommonKeep
               select (rule, keep),
        ];
        string Name((WidthRule Rule, double Keep) kind) => Text.Format("{0}/keep {1}", kind.Rule, kind.Keep);
        (double TestError, double TrainingError) Train(
            (WidthRule Rule, double Keep) kind, double learningRate, LabelledData test, ulong seed) => Errors(
                options.LearnerAt(kind.Rule, kind.Keep) with { LearningRate = learningRate },
                1 - kind.Keep, options.Steps, images.Training, test, seed, run.Cancellation);
        var learningRates = RateSearch.Run(
            run,
            kinds,
            Name,
            options.LearningRates,
            (kind, rate) => Train(kind, rate, images.Validation!, options.Seed + (ulong)options.Runs).TestError,
            options.Threads);
        ((WidthRule Rule, double Keep) Kind, ulong Seed)[] jobs =
            [.. from r in Enumerable.Range(0, options.Runs) from kind in kinds select (kind, options.Seed + (ulong)r)];
        var trainings = ParallelCells.Run(
            run,
            jobs,
            job => Text.Format("{0}/seed {1}", Name(job.Kind), job.Seed),
            job =>
            {
                double learningRate = learningRates.GetValueOrDefault(job.Kind, options.Learner.LearningRate);
                var (testError, trainingError) = Train(job.Kind, learningRate, images.Test, job.Seed);
                return new DropoutRateTraining(job.Kind.Rule, job.Kind.Keep, job.Seed, learningRate, testError, trainingError);
            },
            options.Threads,
            soFar => run.Show(() => Result(RunRecord.UnderWay(options.Seed, options.Threads), soFar).Figure()));
        return Result(run.Finish(options.Seed, Course.EngineName, options.Threads), trainings);
    }

    /// <summary>Trains a network with dropout at a constant rate.</summary>
    /// <returns>Shares of the test and of the training images that it gets wrong.</returns>
    internal static (double TestError, double TrainingError) Errors(
        DropoutLearnerOptions options,
        double rate,
        int steps,
        LabelledData training,
        LabelledData test,
        ulong seed,
        CancellationToken cancellation)
    {
        using var learner = new DropoutLearner(options, training, seed);
        var schedule = new DropSchedule { Timing = DropTiming.Standard, Rate = rate };
        learner.Train(training, steps, schedule, cancellation);
        double Error(LabelledData data) => Math.Round(1 - learner.Evaluate(data, cancellation).Accuracy, 5);
        return (Error(test), Error(training));
    }
}
