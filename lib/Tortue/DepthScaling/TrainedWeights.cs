using Tortue.Data;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>
/// Whether weights that are smooth along the depth at first are smooth after training, and rough ones rough: figure 8 of P. Marion,
/// A. Fermanian, G. Biau, J.-P. Vert, "Scaling ResNets in the large-depth regime", JMLR 26 (2025), which shows one weight. Here the
/// roughness of all of them is measured, and that of what training added.
/// </summary>
/// <remarks>
/// <para>All cases begin from the same A and B, and both cases of independent weights from the same V. Where weights hardly move, it says
/// nothing that they keep their roughness: the verdict asks for a move as well.</para>
/// <para>What training adds is smooth in all cases, from whatever it starts. So it is the first weights that keep rough ones rough, and
/// that hangs on the learning rate. With the authors' 0.001, networks of the settings of <see cref="TrainedWeightsOptions.Standard"/> are
/// right on 35 % (β = 1) and 53 % (β = ½) of the test images, and independent weights at β = 1 have a roughness of 0.76 then. With 0.01 all
/// are right on 83 to 86 %; weights at β = 1 move by 1.7 times their norm, and 0.25 is left of the roughness of independent ones.</para>
/// </remarks>
public static class TrainedWeights
{
    // The numbers of this stream choose the weight that is shown.
    private const uint EntryStream = 8;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="TrainedWeightsOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each network.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell. The chart below the cell
    /// stays, with what had been measured.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range, or a real set has fewer images.</exception>
    /// <exception cref="DataNotFoundException">A real set is asked for and not there.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static TrainedWeightsResult Run(
        TrainedWeightsOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static TrainedWeightsResult Measure(
        TrainedWeightsOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DepthScalingText.TrainedRunning, progress, cancellation, cells);
        using var scope = TorchSharp.torch.NewDisposeScope();
        var learner = new ScaledLearner(options.Learner, options.Seed);
        var random = new RandomStream(options.Seed, EntryStream);
        var (row, column) = (random.Below(options.Network.Width), random.Below(options.Network.Width));
        TrainedWeightsResult Result(RunRecord record, IReadOnlyList<TrainedNetwork> networks) => new(
            options, record, learner.Training.Name, learner.Training.Count, learner.Classes, row + 1, column + 1, networks);
        (ResidualShape Shape, ulong Seed)[] jobs =
            [.. from r in Enumerable.Range(0, options.Runs) from shape in options.Shapes select (shape, options.Seed + (ulong)r)];
        var networks = ParallelCells.Run(
            run,
            jobs,
            job => Text.Format("beta {0}/{1}/seed {2}", job.Shape.Beta, job.Shape.Path, job.Seed),
            job => Train(
                learner,
                job.Shape,
                options.LearningRate,
                job.Seed,
                job.Seed == options.Seed ? row * job.Shape.Width + column : null,
                run.Cancellation),
            options.Threads,
            soFar => run.Show(() => Result(RunRecord.UnderWay(options.Seed, options.Threads), soFar).Figure()));
        return Result(run.Finish(options.Seed, Course.EngineName, options.Threads), networks);
    }

    private static TrainedNetwork Train(
        ScaledLearner learner, ResidualShape shape, double learningRate, ulong seed, int? entry, CancellationToken cancellation)
    {
        using var network = learner.Network(shape, seed);
        float[][] before = [.. network.V.Select(WeightRoughness.Numbers)];
        var accuracy = learner.Train(network, learningRate, seed, cancellation);
        float[][] after = [.. network.V.Select(WeightRoughness.Numbers)];
        float[][] added = [.. after.Zip(before, (now, then) => now.Zip(then, (one, other) => one - other).ToArray())];
        return new(
            shape.Beta,
            shape.Path,
            seed,
            Rounded(WeightRoughness.Of(before)),
            Rounded(WeightRoughness.Of(after)),
            Rounded(WeightRoughness.Of(added)),
            Rounded(WeightRoughness.Distance(before, after)),
            accuracy,
            entry is { } place ? new(Along(before, place), Along(after, place)) : null);
    }

    private static IReadOnlyList<double> Along(float[][] layers, int place) => [.. layers.Select(layer => Rounded(layer[place]))];

    private static double Rounded(double value) => SignificantDigits.Round(value, 4);
}
