namespace Tortue.DropoutRegularization;

/// <summary>One trained network at test.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Scaled">Test error of the network with all its units, weights scaled, 0 to 1.</param>
/// <param name="Sampled">Test errors of averages of sampled networks, 0 to 1: for each repeat, one for each number of them.</param>
/// <param name="Conventions">How far apart the outputs of the two conventions are.</param>
public sealed record DropoutAveragingNetwork(
    ulong Seed, double Scaled, IReadOnlyList<IReadOnlyList<double>> Sampled, DropoutConventions Conventions)
{
    /// <summary>The mean over the repeats of the error at a number of sampled networks.</summary>
    /// <param name="index">The place of this number among those that were looked at.</param>
    public double Mean(int index) => Sampled.Average(errors => errors[index]);
}
