using Tortue.Charts;
using Tortue.Data;
using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>Trains networks of several kinds, some of each, side by side.</summary>
internal static class DepthTrainings
{
    /// <summary>Trains them; each is a cell of the run.</summary>
    /// <param name="run">The run that this is part of.</param>
    /// <param name="arms">The kinds, those that take longest first; they differ in their keys.</param>
    /// <param name="sets">The images of a kind.</param>
    /// <param name="seeds">Seeds of the networks of each kind.</param>
    /// <param name="threads">How many threads may work.</param>
    /// <param name="draw">Draws what there is so far.</param>
    /// <returns>A list for each kind, in the order of the seeds.</returns>
    public static IReadOnlyList<IReadOnlyList<DepthTraining>> Train(
        ExperimentRun run,
        IReadOnlyList<DepthArm> arms,
        Func<DepthArm, (LabelledData Training, LabelledData Test)> sets,
        IReadOnlyList<ulong> seeds,
        int threads,
        Func<IReadOnlyList<IReadOnlyList<DepthTraining>>, Figure> draw)
    {
        var gate = new Lock();
        var trainings = new DepthTraining?[arms.Count, seeds.Count];
        IReadOnlyList<IReadOnlyList<DepthTraining>> SoFar() =>
        [
            .. Enumerable.Range(0, arms.Count).Select(
                arm => Enumerable.Range(0, seeds.Count).Select(r => trainings[arm, r]).OfType<DepthTraining>().ToArray()),
        ];
        long Work(DepthArm arm) => 1 + (long)arm.Learner.Epochs * arm.Learner.Examples * (1 + arm.Blocks) / 1000;
        int total = (int)(seeds.Count * arms.Sum(Work)), done = 0;
        ParallelJobs.Run(
            trainings.Length,
            threads,
            _ => 1,
            () => 0,
            (_, job) =>
            {
                // All kinds with one seed before the next: a chart of a run under way is paired.
                var (arm, seed) = (arms[job % arms.Count], seeds[job / arms.Count]);
                var training = run.Cell(Text.Format("{0}/seed {1}", arm.Key, seed), () =>
                {
                    var (learnt, test) = sets(arm);
                    return DepthLearner.Train(arm, learnt, test, seed, run.Cancellation);
                });
                lock (gate)
                {
                    trainings[job % arms.Count, job / arms.Count] = training;
                    run.Report(done += (int)Work(arm), total);
                    var soFar = SoFar();
                    run.Show(() => draw(soFar));
                }
            },
            progress: null,
            run.Cancellation);
        return SoFar();
    }

    /// <summary>The seeds of the networks of each kind.</summary>
    public static IReadOnlyList<ulong> Seeds(ulong seed, int runs) => [.. Enumerable.Range(0, runs).Select(r => seed + (ulong)r)];

    /// <summary>What one kind has more of than another, seed by seed.</summary>
    /// <param name="first">Trainings of the one.</param>
    /// <param name="second">Trainings of the other, with the same seeds.</param>
    /// <param name="value">What is compared.</param>
    public static MeanError Difference(
        IEnumerable<DepthTraining> first, IEnumerable<DepthTraining> second, Func<DepthTraining, double> value) =>
        MeanError.Of(Differences(first, second, value));

    /// <summary>The same, a number for each seed that both have.</summary>
    public static IReadOnlyList<double> Differences(
        IEnumerable<DepthTraining> first, IEnumerable<DepthTraining> second, Func<DepthTraining, double> value) =>
    [
        .. first.Join(second, training => training.Seed, training => training.Seed, (one, other) => (one.Seed, value(one) - value(other)))
            .OrderBy(pair => pair.Seed)
            .Select(pair => pair.Item2),
    ];
}
