using TorchSharp;
using Tortue.Data;
using Tortue.Experiments;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.DropoutRegularization;

/// <summary>
/// How good the weight scaling rule is: test error of averages of k networks that dropout samples from a trained one, against that of the one
/// network with all its units. N. Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", JMLR 2014, figure
/// 11, where some 50 sampled networks are as good as weight scaling.
/// </summary>
/// <remarks>
/// Each test image has sampled networks of its own; what is averaged are probabilities, and the errors of all k up to the largest are those
/// of one growing average. The rate is the same all through training.
/// </remarks>
public static class DropoutAveraging
{
    /// <summary>Sampled networks that are as good as weight scaling, by the paper: 50.</summary>
    public const int Claimed = 50;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="DropoutAveragingOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each network.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell. The chart below the cell
    /// stays, with what had been measured.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="DataNotFoundException">A real set is asked for and not there.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static DropoutAveragingResult Run(
        DropoutAveragingOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static DropoutAveragingResult Measure(
        DropoutAveragingOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DropoutRegularizationText.AveragingRunning, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var (training, test) = ImageSets.Make(options.Data, options.Examples, options.TestExamples, options.Seed);
        DropoutAveragingResult Result(RunRecord record, IReadOnlyList<DropoutAveragingNetwork> networks) =>
            new(options, record, training.Name, training.Count, test.Count, networks);
        var networks = ParallelCells.Run(
            run,
            [.. Enumerable.Range(0, options.Runs).Select(r => options.Seed + (ulong)r)],
            seed => Text.Format("seed {0}", seed),
            seed => Measure(options, training, test, seed, run.Cancellation),
            options.Threads,
            soFar =>
            {
                if (soFar.Count > 1)
                    run.Show(() => Result(RunRecord.UnderWay(options.Seed, options.Threads), soFar).Figure());
            });
        return Result(run.Finish(options.Seed, Course.EngineName, options.Threads), networks);
    }

    private static DropoutAveragingNetwork Measure(
        DropoutAveragingOptions options, LabelledData training, LabelledData test, ulong seed, CancellationToken cancellation)
    {
        using var learner = new DropoutLearner(options.Learner, training, seed);
        learner.Train(training, options.Steps, new() { Timing = DropTiming.Standard, Rate = options.Rate }, cancellation);
        double scaled = 1 - learner.Evaluate(test, cancellation).Accuracy;
        var sampled = Enumerable.Range(0, options.Repeats)
            .Select(_ => SampledErrors(learner.Network, test, options.Counts(), cancellation));
        return new(seed, Rounded(scaled), [.. sampled], DropoutTwin.Compare(learner.Network, test.Inputs, seed));
    }

    /// <summary>Test errors of a growing average of sampled networks' probabilities.</summary>
    /// <param name="network">Has dropout layers; it is left in training mode.</param>
    /// <param name="test">The test images.</param>
    /// <param name="counts">Sizes of the average to look at, ascending.</param>
    /// <param name="cancellation">Looked at before every pass.</param>
    internal static IReadOnlyList<double> SampledErrors(
        nn.Module<Tensor, Tensor> network, LabelledData test, int[] counts, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        network.train();
        var sum = zeros(test.Count, test.Classes.Count);
        var errors = new List<double>();
        for (int k = 1; k <= counts[^1]; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var pass = NewDisposeScope();
            sum.add_(network.forward(test.Inputs).softmax(1));
            if (k == counts[errors.Count])
                errors.Add(Rounded(1 - (double)sum.argmax(1).eq(test.Labels).sum().ToInt64() / test.Count));
        }

        return errors;
    }

    private static double Rounded(double share) => Math.Round(share, 5);
}
