using TorchSharp;
using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.Foundations;

/// <summary>
/// The learning-rate range test of the lecture: train with a rate that grows at each step, and take the one at which the loss falls most
/// steeply. L. N. Smith, "Cyclical learning rates for training neural networks", WACV 2017, section 3.3. The rate is then tried, beside
/// one that is much smaller and one that is much larger.
/// </summary>
public static class RangeTest
{
    // The loss of single minibatches is noisy: an average over about ten, corrected for its start at 0.
    private const double Smoothing = 0.9;

    // Beyond this multiple of the lowest loss the test has seen enough.
    private const double Hopeless = 4;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="RangeTestOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after the test and after each training.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static RangeTestResult Run(
        RangeTestOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static RangeTestResult Measure(
        RangeTestOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(FoundationsText.RunningRangeTest, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var data = options.Data();
        var points = run.Cell("test", () => Test(options, data, run.Cancellation));
        double suggested = Steepest(points);
        var trials = new List<RangeTestTrial>();
        foreach (double rate in new[] { suggested / options.Factor, suggested, suggested * options.Factor })
        {
            run.Report(trials.Count + 1, 4);
            trials.Add(run.Cell($"trial {trials.Count}", () => Try(options, data, rate, run.Cancellation)));
        }

        run.Report(4, 4);
        return new(options, run.Finish(options.Seed, Course.EngineName, get_num_threads()), points, suggested, trials);
    }

    private static nn.Module<Tensor, Tensor> Model(RangeTestOptions options, LabelledData data)
    {
        manual_seed((long)options.Seed);
        return Networks.Perceptron(data.InputShape.Aggregate(1L, (a, b) => a * b), data.Classes.Count, 128);
    }

    private static List<RangeTestPoint> Test(RangeTestOptions options, LabelledData data, CancellationToken cancellation)
    {
        var model = Model(options, data);
        var optimizer = optim.SGD(model.parameters(), options.Lowest);
        var points = new List<RangeTestPoint>();
        double average = 0, best = double.PositiveInfinity;
        foreach (var batch in Endless(data, options.BatchSize, new Generator(options.Seed)).Take(options.Steps))
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            using var examples = batch;
            double rate = options.Lowest * Math.Pow(options.Highest / options.Lowest, points.Count / (options.Steps - 1.0));
            foreach (var group in optimizer.ParamGroups)
                group.LearningRate = rate;

            optimizer.zero_grad();
            var loss = nn.functional.cross_entropy(model.forward(batch.Inputs), batch.Labels);
            loss.backward();
            optimizer.step();

            average = Smoothing * average + (1 - Smoothing) * loss.ToDouble();
            double smooth = average / (1 - Math.Pow(Smoothing, points.Count + 1));
            best = Math.Min(best, smooth);
            if (!(smooth <= Hopeless * best))
                break;
            points.Add(new(rate, loss.ToDouble(), smooth));
        }

        return points;
    }

    // The slope over ln rate, by differences across a few steps; rates grow by a constant factor, so steps are as good as logarithms.
    private static double Steepest(List<RangeTestPoint> points)
    {
        const int Reach = 5;
        var middle = Enumerable.Range(Reach, Math.Max(0, points.Count - 2 * Reach));
        int steepest = middle.DefaultIfEmpty(0)
            .MinBy(i => points[Math.Min(i + Reach, points.Count - 1)].Smooth - points[Math.Max(i - Reach, 0)].Smooth);
        return points[steepest].LearningRate;
    }

    private static RangeTestTrial Try(RangeTestOptions options, LabelledData data, double rate, CancellationToken cancellation)
    {
        var fit = new TrainingOptions
        {
            Epochs = options.Epochs,
            BatchSize = options.BatchSize,
            Optimizer = parameters => optim.SGD(parameters, rate),
            Seed = options.Seed,
        };
        var history = Fitting.RunQuietly(Model(options, data), data, null, fit, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return new(rate, [.. history.Epochs.Select(epoch => epoch.TrainingLoss)], history.End == TrainingEnd.Diverged);
    }

    private static IEnumerable<Minibatch> Endless(LabelledData data, int size, Generator order)
    {
        while (true)
        {
            foreach (var batch in data.Minibatches(size, order))
                yield return batch;
        }
    }
}
