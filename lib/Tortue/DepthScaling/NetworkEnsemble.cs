using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>Many independent random networks of one shape.</summary>
/// <param name="Shape">What the networks are made of.</param>
/// <param name="Count">How many, at least 1.</param>
public sealed record NetworkEnsemble(ResidualShape Shape, int Count)
{
    /// <summary>Runs the networks of several ensembles, spread over the processor's cores.</summary>
    /// <param name="ensembles">The ensembles; the place of each in the list is part of its random numbers' address.</param>
    /// <param name="seed">The seed of the experiment.</param>
    /// <param name="threads">How many threads may work; the results do not depend on it.</param>
    /// <param name="progress">Told of every few networks, in weights drawn, or null.</param>
    /// <param name="cancellation">Looked at every few layers of every network.</param>
    /// <returns>The samples of each ensemble, in the ensembles' and the networks' order.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static NetworkSample[][] Run(
        IReadOnlyList<NetworkEnsemble> ensembles,
        ulong seed,
        int threads,
        IProgress<ExperimentProgress>? progress,
        CancellationToken cancellation) =>
        Run(ensembles, threads, progress, cancellation, (_, compute) => compute(), Both(seed));

    /// <summary>The networks of several ensembles, as part of a run that keeps each network's numbers.</summary>
    internal static NetworkSample[][] Run(IReadOnlyList<NetworkEnsemble> ensembles, ulong seed, int threads, ExperimentRun run) =>
        Run(ensembles, threads, run.Progress, run.Cancellation, run.Cell, Both(seed));

    /// <summary>‖h_L − h_0‖ / ‖h_0‖ alone of the same networks, which run forward only.</summary>
    internal static double[][] HiddenChanges(IReadOnlyList<NetworkEnsemble> ensembles, ulong seed, int threads, ExperimentRun run) =>
        Run(ensembles, threads, run.Progress, run.Cancellation, run.Cell, new Way<double>(
            shape => new(shape, largestKept: 0),
            (simulator, ensemble, network, cancellation) => simulator.HiddenChange(ensemble, network, seed, cancellation)));

    private static Way<NetworkSample> Both(ulong seed) => new(
        shape => new(shape), (simulator, ensemble, network, cancellation) => simulator.Run(ensemble, network, seed, cancellation));

    private static T[][] Run<T>(
        IReadOnlyList<NetworkEnsemble> ensembles,
        int threads,
        IProgress<ExperimentProgress>? progress,
        CancellationToken cancellation,
        Func<string, Func<T>, T> cell,
        Way<T> way)
    {
        var samples = ensembles.Select(ensemble => new T[ensemble.Count]).ToArray();

        // The deepest first, so that no thread starts a long network when the others have finished.
        var jobs = ensembles.Index()
            .OrderByDescending(pair => pair.Item.Shape.WeightCount)
            .SelectMany(pair => Enumerable.Range(0, pair.Item.Count).Select(network => (Ensemble: pair.Index, Network: network)))
            .ToArray();
        ParallelJobs.Run(
            jobs.Length,
            threads,
            job => ensembles[jobs[job].Ensemble].Shape.WeightCount,
            () => new Worker<T>(ensembles, way),
            (worker, job) =>
            {
                var (ensemble, network) = jobs[job];
                samples[ensemble][network] = cell($"{ensemble}/{network}", () => worker.Run(ensemble, network, cancellation));
            },
            progress,
            cancellation);
        return samples;
    }

    // What a network is run for: both ways, or forward only.
    private sealed record Way<T>(
        Func<ResidualShape, NetworkSimulator> Prepare, Func<NetworkSimulator, int, int, CancellationToken, T> Run);

    // Jobs come shape after shape, so one work space at a time is enough.
    private sealed class Worker<T>(IReadOnlyList<NetworkEnsemble> ensembles, Way<T> way)
    {
        private int _ensemble = -1;
        private NetworkSimulator? _simulator;

        public T Run(int ensemble, int network, CancellationToken cancellation)
        {
            if (_simulator is null || _ensemble != ensemble)
            {
                _simulator = way.Prepare(ensembles[ensemble].Shape);
                _ensemble = ensemble;
            }

            return way.Run(_simulator, ensemble, network, cancellation);
        }
    }
}
