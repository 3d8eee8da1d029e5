using Tortue.Data;
using Tortue.Experiments;
using static TorchSharp.torch;

namespace Tortue.DropoutRegularization;

/// <summary>
/// What dropout gains against the number of training images: test error with and without it after the same number of steps.
/// N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever, R. Salakhutdinov, "Dropout: a simple way to prevent neural networks from
/// overfitting", Journal of Machine Learning Research 15 (2014), figure 10.
/// </summary>
/// <remarks>
/// The number of steps is one with which networks without dropout learn all of up to 1,600 generated images and of 8,000 images of MNIST.
/// Learning rates: see <see cref="DropoutRate"/>. On the number of steps hangs what is left of the gain from many images: after 2,000 steps
/// on 7,000 images of MNIST dropout costs 0.8 points, since with it 1.4 per cent of them are not learnt yet; after 8,000 it costs nothing.
/// Of more than 1,600 generated images networks with dropout learn too little in 2,000 steps.
/// </remarks>
public static class DropoutDataSize
{
    private const ulong ChoiceStride = 104_729;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="DropoutDataSizeOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each pair of trainings.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell. The chart below the cell
    /// stays, with what had been measured.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range, or a real set has fewer images.</exception>
    /// <exception cref="DataNotFoundException">A real set is asked for and not there.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static DropoutDataSizeResult Run(
        DropoutDataSizeOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static DropoutDataSizeResult Measure(
        DropoutDataSizeOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DropoutRegularizationText.RunningDropoutDataSize, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var images = SizedImages.Make(options.Data, options.Sizes[^1], options.Held, options.TestExamples, options.Seed);
        DropoutDataSizeResult Result(RunRecord record, IEnumerable<DropoutDataSizeTraining> trainings) => new(
            options, record, images.Training.Name, images.Test.Count,
            [.. trainings.OrderBy(pair => pair.Size).ThenBy(pair => pair.Seed)]);
        (double Test, double Training) Train(double rate, double learningRate, LabelledData lesson, LabelledData test, ulong seed) =>
            DropoutRate.Errors(
                options.Learner with { LearningRate = learningRate }, rate, options.Steps, lesson, test, seed, run.Cancellation);
        ulong other = options.Seed + (ulong)options.Runs;
        var learningRates = RateSearch.Run(
            run,
            [.. from size in options.Sizes from rate in new[] { 0, options.Rate } select (Size: size, Rate: rate)],
            kind => Text.Format("{0} images/drop {1}", kind.Size, kind.Rate),
            options.LearningRates,
            (kind, rate) => Train(kind.Rate, rate, Choose(images.Training, kind.Size, other), images.Validation!, other).Test,
            options.Threads);
        double LearningRate(int size, double rate) => learningRates.GetValueOrDefault((size, rate), options.Learner.LearningRate);
        (int Size, ulong Seed)[] jobs =
            [.. from r in Enumerable.Range(0, options.Runs) from size in options.Sizes select (size, options.Seed + (ulong)r)];
        var pairs = ParallelCells.Run(
            run,
            jobs,
            job => Text.Format("{0} images/seed {1}", job.Size, job.Seed),
            job =>
            {
                var lesson = Choose(images.Training, job.Size, job.Seed);
                var (plainRate, dropoutRate) = (LearningRate(job.Size, 0), LearningRate(job.Size, options.Rate));
                var plain = Train(0, plainRate, lesson, images.Test, job.Seed);
                var dropout = Train(options.Rate, dropoutRate, lesson, images.Test, job.Seed);
                return new DropoutDataSizeTraining(
                    job.Size, job.Seed, plainRate, dropoutRate, plain.Test, plain.Training, dropout.Test, dropout.Training);
            },
            options.Threads,
            soFar => run.Show(() => Result(RunRecord.UnderWay(options.Seed, options.Threads), soFar).Figure()));
        return Result(run.Finish(options.Seed, Course.EngineName, options.Threads), pairs);
    }

    // Of the same seed a longer lesson begins with a shorter one.
    private static LabelledData Choose(LabelledData all, int size, ulong seed)
    {
        using var generator = new Generator(seed * ChoiceStride);
        using var order = randperm(all.Count, generator: generator);
        return all.At(order.data<long>().ToArray()[..size]);
    }
}
