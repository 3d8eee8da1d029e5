using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>
/// Proposition 4.1 of the course's notes as a table: which residual networks satisfy the assumptions (A1) and (A2) that all bounds rest
/// on, by drawing their weights and by reasoning, with laws beside them that do not.
/// </summary>
/// <remarks>
/// The notes say that the networks of their table satisfy both. For (A2) this depends on the activation. Res-1: exactly when
/// |x|/√2 ≤ |σ(x)| ≤ |x|. Res-2: never, if its biases are random; with biases of 0 it is res-1. Res-3: for every leaky ReLU, ReLU and the
/// identity among them, if the entries of √d W are symmetric, independent and of variance 1; not for tanh.
/// </remarks>
public static class AssumptionTable
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="AssumptionTableOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told at most ten times a second.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static AssumptionTableResult Run(
        AssumptionTableOptions? options = null, IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation));

    private static AssumptionTableResult Measure(
        AssumptionTableOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        using var run = new ExperimentRun(DepthScalingText.RunningAssumptions, progress, cancellation);
        var shapes = options.Shapes().ToArray();
        var networks = new AssumptionTwoResult[shapes.Length];
        var laws = new AssumptionOneRow[options.EntryLaws.Count];
        ParallelJobs.Run(
            laws.Length + networks.Length,
            options.Threads,
            _ => 1,
            () => 0,
            (_, job) =>
            {
                if (job < laws.Length)
                    laws[job] = AssumptionOne.Measure(options.EntryLaws[job], options.Networks, options.Seed, run.Cancellation);
                else
                    networks[job - laws.Length] = AssumptionTwo.Measure(
                        shapes[job - laws.Length], options.Draws, options.Seed, run.Cancellation);
            },
            run.Progress,
            run.Cancellation);
        return new(options, run.Finish(options.Seed, NetworkSimulator.Engine, options.Threads), networks, laws);
    }
}
