using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What an exponent β does to networks of given weights as they get deeper: all critical exponents are the same answer.</summary>
/// <remarks>
/// ½ for independent weights and 1 for smooth ones are the paper's; for fractional noise the exponents are measured, by this project and by
/// an independent simulation: max(H, ½) for res-3, H for res-1 from about 0.3 on.
/// </remarks>
internal sealed record DepthBehaviour(WeightPath Weights, ResidualModel Model, double Beta)
{
    /// <summary>How far from the critical exponent still counts as critical: a little more than measured ones are off.</summary>
    public const double Tolerance = 0.06;

    private const int Shallow = 250;
    private const int Deep = 1000;
    private const int Networks = 10;

    private bool IsCritical => Math.Abs(Beta - CriticalBeta(Weights, Model)) <= Tolerance;

    /// <summary>The exponent at which the change neither grows nor fades with depth.</summary>
    public static double CriticalBeta(WeightPath weights, ResidualModel model) =>
        weights.CriticalBeta ?? CriticalExponent.Limit(model, weights.Hurst!.Value);

    /// <summary>By what the median change ‖h_L − h_0‖/‖h_0‖ of networks of width 20 is multiplied from 250 to 1,000 layers.</summary>
    public static double Growth(WeightPath weights, ResidualModel model, double beta, int networks)
    {
        var shape = new ResidualShape { Model = model, Path = weights, Width = 20, InputSize = 20, Beta = beta };
        NetworkEnsemble[] ensembles = [new(shape with { Depth = Shallow }, networks), new(shape with { Depth = Deep }, networks)];
        double[] medians =
        [
            .. NetworkEnsemble.Run(ensembles, seed: 6, ParallelJobs.DefaultThreads, null, CancellationToken.None)
                .Select(samples => SampleSummary.Of(samples.Select(sample => sample.HiddenChange)).Median),
        ];
        return medians[1] / medians[0];
    }

    /// <summary>Whether both are critical for the same networks, or both are the same exponent.</summary>
    public bool Equals(DepthBehaviour? other) =>
        other is not null && Weights == other.Weights && Model == other.Model
        && ((IsCritical && other.IsCritical) || Math.Abs(Beta - other.Beta) < 1e-9);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Weights, Model);

    /// <summary>What networks do with it; they are drawn and run when the sentence is asked for.</summary>
    public override string ToString()
    {
        if (IsCritical)
            return DepthScalingText.BehaviourStays;
        if (!(Beta >= 0 && double.IsFinite(Beta)))
            return Text.Format(DepthScalingText.BehaviourNoExponent, Beta);
        double growth = Growth(Weights, Model, Beta, Networks);
        return Text.Format(
            growth >= 1 ? DepthScalingText.BehaviourGrows : DepthScalingText.BehaviourFades,
            Beta, Math.Max(growth, 1 / growth), Shallow, Deep, Networks);
    }
}
