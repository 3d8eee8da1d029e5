using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>
/// How many blocks take part in a minibatch: depths that are drawn as a network with stochastic depth draws them, against their exact
/// distribution. G. Huang, Y. Sun, Z. Liu, D. Sedra, K. Weinberger, "Deep networks with stochastic depth", ECCV 2016, section 3: with
/// L = 54 blocks and p_L = ½ it is 40.25 on average, (3L − 1) / 4.
/// </summary>
public static class ExpectedDepth
{
    /// <summary>Draws the depths.</summary>
    /// <param name="options">The settings; <see cref="ExpectedDepthOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told at most ten times a second.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ExpectedDepthResult Run(
        ExpectedDepthOptions? options = null, IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation));

    private static ExpectedDepthResult Measure(
        ExpectedDepthOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        using var run = new ExperimentRun(StochasticDepthText.RunningExpectedDepth, progress, cancellation);
        var cells = (from rule in Enum.GetValues<SurvivalRule>() from last in options.LastSurvivals select (rule, last)).ToArray();
        var rows = new DepthCounts[cells.Length];
        ParallelJobs.Run(
            cells.Length,
            options.Threads,
            _ => 1,
            () => new bool[options.Blocks],
            (active, job) =>
            {
                var (rule, last) = cells[job];
                rows[job] = new(rule, last, Count(options, rule, last, options.Seed + (ulong)job, active, run.Cancellation));
            },
            run.Progress,
            run.Cancellation);
        return new(options, run.Finish(options.Seed, Course.EngineName, options.Threads), rows);
    }

    private static int[] Count(
        ExpectedDepthOptions options, SurvivalRule rule, double last, ulong seed, bool[] active, CancellationToken cancellation)
    {
        var survivals = SurvivalProbabilities.Of(rule, options.Blocks, last);
        var counts = new int[options.Blocks + 1];
        for (int draw = 0; draw < options.Draws; draw++)
        {
            if (draw % 1000 == 0)
                cancellation.ThrowIfCancellationRequested();
            BlockGates.Draw(seed, (uint)draw, survivals, active);
            counts[active.Count(a => a)]++;
        }

        return counts;
    }
}
