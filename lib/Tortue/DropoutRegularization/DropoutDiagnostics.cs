using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.DropoutRegularization;

/// <summary>
/// How long gradients are, how far the weights get, how gradients' directions scatter and how far they are from the gradient of all data,
/// along training, with and without dropout. Z. Liu, Z. Xu, J. Jin, Z. Shen, T. Darrell, "Dropout reduces underfitting", 2023.
/// </summary>
/// <remarks>
/// <para>
/// A network with dropout and one without start from the same weights and see the same minibatches; at each checkpoint they are measured
/// on the same minibatches, by a copy, so that a measurement changes nothing of the training. See <see cref="GradientDiagnostics"/> for the
/// measures. The gradients of a weight decay are no part of what is measured.
/// </para>
/// <para>
/// Dropout, optimiser and weight decay are the paper's; the rate is constant, so that nothing that is seen late comes from a schedule. The
/// width was chosen once, by what the network without dropout learns of 10,000 generated images in 3,000 steps (two networks each, training
/// images that are right in the end, in per cent, at widths 16, 32, 64): 56, 78, 99. At 32 it neither fails nor learns them by heart.
/// </para>
/// <para>
/// Tried besides, five pairs each: widths 16 and 128, p = 0.5, minibatches of 500, 10,000 steps (four pairs), a third of the learning rate,
/// SGD with rate 0.05, scaling at test time; three pairs of width 512 on 4,000 images, and eight pairs on MNIST. That directions scatter
/// less with dropout early, or are nearer to the gradient of all data, is seen in none of them. Whether gradients are shorter hangs on two things. Late they are shorter with dropout
/// as long as the training images are not learnt by heart; where the network without dropout does that, its own become short and those with
/// dropout are longer (widths 128 and 512, 10,000 steps, MNIST). In the first steps they are longer with scaling at training (the mean of the early
/// part then lies between −4 and +9 %, at p = 0.5 at +44 %), and shorter with scaling at test time (−14 %), as the convention alone makes
/// them. The distance from the start is larger with dropout early with SGD (by 4 %), and late at widths 128
/// and 512 (by 2 and 29 %), in no other; at width 512 directions scatter less too, late.
/// </para>
/// <para>
/// Measured without masks (<see cref="DropoutDiagnosticsOptions.DropsWhileMeasuring"/>), the same networks show no difference in the
/// directions early (variance +0.001 ± 0.008, error +0.003 ± 0.013), and no bias at all: what dropout adds there is the noise of its own
/// masks.
/// </para>
/// </remarks>
public static class DropoutDiagnostics
{
    private const ulong OrderStride = 1_000_003;
    private const ulong LookOffset = 500_000;
    private const double Momentum = 0.9;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="DropoutDiagnosticsOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each network.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell. The chart below the cell
    /// stays, with what had been measured.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="DataNotFoundException">A real set is asked for and not there.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static DropoutDiagnosticsResult Run(
        DropoutDiagnosticsOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static DropoutDiagnosticsResult Measure(
        DropoutDiagnosticsOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DropoutRegularizationText.DiagnosticsRunning, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var (training, test) = ImageSets.Make(options.Data, options.Examples, options.TestExamples, options.Seed);
        var jobs = (
            from number in Enumerable.Range(0, options.Runs)
            from rate in new[] { 0, options.Rate }
            select (Rate: rate, Seed: options.Seed + (ulong)number)).ToArray();
        DropoutDiagnosticsResult Result(RunRecord record, IEnumerable<DiagnosticCourse> courses) =>
            new(options, record, training.Name, [.. courses.OrderBy(course => course.Rate)]);
        var underWay = RunRecord.UnderWay(options.Seed, options.Threads);
        var courses = ParallelCells.Run(
            run,
            jobs,
            job => Text.Format(job.Rate > 0 ? "dropout/seed {0}" : "none/seed {0}", job.Seed),
            job => Follow(options, training, test, job.Rate, job.Seed, run.Cancellation),
            options.Threads,
            soFar => run.Show(() => Result(underWay, soFar).Figure()));
        return Result(run.Finish(options.Seed, Course.EngineName, options.Threads), courses);
    }

    private static DiagnosticCourse Follow(
        DropoutDiagnosticsOptions options,
        LabelledData training,
        LabelledData test,
        double rate,
        ulong seed,
        CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        using var network = Make(options, training, rate, seed, masks: 0);
        using optim.Optimizer descent = options.Optimizer == DiagnosticsOptimizer.AdamW
            ? optim.AdamW(network.parameters(), options.LearningRate, weight_decay: options.WeightDecay)
            : optim.SGD(network.parameters(), options.LearningRate, Momentum, weight_decay: options.WeightDecay);
        var start = GradientDiagnostics.Weights(network);
        var looks = new List<DiagnosticLook>();
        int[] checkpoints = options.CheckpointSteps();
        int step = 0;
        for (ulong epoch = 0; step < options.Steps; epoch++)
        {
            using var order = new Generator((seed * OrderStride) + epoch);
            network.train();
            foreach (var batch in training.Minibatches(options.BatchSize, order))
            {
                using (batch)
                {
                    if (step == options.Steps)
                        break;
                    cancellation.ThrowIfCancellationRequested();
                    using var stepScope = NewDisposeScope();
                    descent.zero_grad();
                    nn.functional.cross_entropy(network.forward(batch.Inputs), batch.Labels).backward();
                    descent.step();
                }

                if (++step == checkpoints[looks.Count])
                    looks.Add(Look(options, training, network, start, rate, seed, step, cancellation));
            }
        }

        return new(
            rate,
            seed,
            Rounded(Evaluation.Of(network, training, cancellation: cancellation).Accuracy),
            Rounded(Evaluation.Of(network, test, cancellation: cancellation).Accuracy),
            looks);
    }

    // A copy is measured: the masks that it draws would else be missing in the training, which would depend on the checkpoints.
    private static DiagnosticLook Look(
        DropoutDiagnosticsOptions options,
        LabelledData training,
        nn.Module<Tensor, Tensor> network,
        float[] start,
        double rate,
        ulong seed,
        int step,
        CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        using var copy = Make(options, training, options.DropsWhileMeasuring ? rate : 0, seed, masks: step);
        copy.load_state_dict(network.state_dict());
        var reading = GradientDiagnostics.Of(
            copy,
            training,
            options.BatchSize,
            options.Minibatches,
            (seed * OrderStride) + LookOffset + (ulong)step,
            cancellation: cancellation);
        return new(
            step,
            Rounded(Evaluation.Of(copy, training, cancellation: cancellation).Loss),
            Rounded(reading.Norm.Mean),
            Rounded(GradientDiagnostics.Distance(GradientDiagnostics.Weights(copy), start)),
            Rounded(reading.DirectionVariance.Mean),
            Rounded(reading.DirectionError.Mean),
            Rounded(reading.Alignment.Mean));
    }

    private static TorchSharp.Modules.Sequential Make(
        DropoutDiagnosticsOptions options, LabelledData like, double rate, ulong seed, int masks) => DropoutPerceptron.Make(
            like,
            Enumerable.Repeat(options.Width, options.HiddenLayers),
            Enumerable.Range(0, options.HiddenLayers)
                .Select(layer => new SeededDropout(rate, MaskSeed(seed, masks, layer), options.Scaling)),
            seed);

    // Of training (0) or of a checkpoint, and another for each layer.
    private static ulong MaskSeed(ulong seed, int masks, int layer) => (((seed * OrderStride) + (ulong)masks) * 16) + (ulong)layer;

    private static double Rounded(double value) => SignificantDigits.Round(value);
}
