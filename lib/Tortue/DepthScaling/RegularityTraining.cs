using TorchSharp;
using Tortue.Experiments;
using static TorchSharp.torch;

namespace Tortue.DepthScaling;

/// <summary>
/// How well networks learn whose first weights are fractional noise of exponent H along the depth, scaled by L^(−β): test accuracy over H
/// and β with the best learning rate of several, as in figure 9 of P. Marion, A. Fermanian, G. Biau, J.-P. Vert, "Scaling ResNets in the
/// large-depth regime", JMLR 26 (2025).
/// </summary>
/// <remarks>
/// <para>The claim that is judged is this course's, on the line where untrained networks of great depth neither explode nor become the
/// identity (β = H for res-1, β = max(H, ½) for res-3, both measured here): networks below it learn worse, and networks above it no worse.
/// Of res-1 with H = 0.1 the line was measured at 0.25 to 0.3, somewhat above the diagonal.</para>
/// <para>The learning rate of a cell is the one with which its networks are right most often on average, on the test images as in the
/// paper: their accuracy is a little too good, and most where networks differ most from each other.</para>
/// <para>Learning rates were chosen by where the best ones lie in a run with two networks a cell: of 10⁻⁴ to 10⁻¹ the smallest was best
/// nowhere and the largest at β = 0.9, so that <see cref="RegularityTrainingOptions.Standard"/> has 10⁻³ to 1.</para>
/// <para>With these settings networks above the line are better than those on it at H = 0.1 and 0.3, by 19 and 12 points on generated
/// images, where the diagonal lies below the line that was measured; at H = 0.5 and 0.7 they are as good, by 2 points and by
/// less.</para>
/// </remarks>
public static class RegularityTraining
{
    private const int GrowthImages = 100;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="RegularityTrainingOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each cell of a seed.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell. The chart below the cell
    /// stays, with what had been measured.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range, or a real set has fewer images.</exception>
    /// <exception cref="Data.DataNotFoundException">A real set is asked for and not there.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static RegularityTrainingResult Run(
        RegularityTrainingOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static RegularityTrainingResult Measure(
        RegularityTrainingOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DepthScalingText.LearningRunning, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var learner = new ScaledLearner(options.Learner, options.Seed);
        RegularityTrainingResult Result(RunRecord record, IReadOnlyList<RegularityTrainingCell> measured) =>
            new(options, record, learner.Training.Name, learner.Training.Count, learner.Test.Count, learner.Classes, measured);
        (ulong Seed, double Hurst, double Beta)[] jobs =
        [
            .. from r in Enumerable.Range(0, options.Runs)
               from hurst in options.HurstExponents
               from beta in options.Betas
               select (options.Seed + (ulong)r, hurst, beta),
        ];
        var measured = ParallelCells.Run(
            run,
            jobs,
            job => Text.Format("H {0}/beta {1}/seed {2}", job.Hurst, job.Beta, job.Seed),
            job => Train(learner, options, job.Hurst, job.Beta, job.Seed, run.Cancellation),
            options.Threads,
            soFar => run.Show(() => Result(RunRecord.UnderWay(options.Seed, options.Threads), soFar).Figure()));
        return Result(run.Finish(options.Seed, Course.EngineName, options.Threads), measured);
    }

    private static RegularityTrainingCell Train(
        ScaledLearner learner, RegularityTrainingOptions options, double hurst, double beta, ulong seed, CancellationToken cancellation)
    {
        var shape = options.Shape(hurst, beta);
        var growth = 0.0;
        var accuracies = new List<double?>();
        foreach (var rate in options.LearningRates)
        {
            using var network = learner.Network(shape, seed);
            if (accuracies.Count == 0)
                growth = Growth(network, learner.Test.Inputs);
            accuracies.Add(learner.Train(network, rate, seed, cancellation));
        }

        return new(hurst, beta, seed, growth, accuracies);
    }

    private static double Growth(ScaledResNet network, Tensor images)
    {
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        var states = network.HiddenStates(images.narrow(0, 0, Math.Min(GrowthImages, images.shape[0])));
        var (first, last) = (states[0].to(float64), states[^1].to(float64));
        var growth = ((last - first).norm() / first.norm()).ToDouble();
        return double.IsNaN(growth) ? double.PositiveInfinity : SignificantDigits.Round(growth, 4);
    }
}
