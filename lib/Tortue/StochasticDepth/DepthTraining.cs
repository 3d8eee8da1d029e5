using Tortue.Training;

namespace Tortue.StochasticDepth;

/// <summary>A training, with stochastic or with constant depth.</summary>
/// <param name="Blocks">Blocks in each of the three stages.</param>
/// <param name="LastSurvival">p_L of the settings, the lowest survival probability that the last block had; 1 is constant depth.</param>
/// <param name="Rule">How the other blocks' probabilities followed.</param>
/// <param name="Timing">In which part of training blocks were dropped.</param>
/// <param name="Seed">Of the weights, of the order of the images, and of the blocks that were dropped.</param>
/// <param name="TestError">Errors on the test set after the last epoch, in per cent.</param>
/// <param name="TestLoss">Loss on the test set after the last epoch, in nats.</param>
/// <param name="TrainingLoss">Mean loss of the last epoch, in the mode that the network was trained in, in nats.</param>
/// <param name="WholeLoss">Loss of the whole network on the training set, in test mode, after the last epoch, in nats.</param>
/// <param name="Active">Share of all blocks that took part in training, 0 to 1.</param>
/// <param name="SecondsPerEpoch">Time of an epoch, evaluations left out, beside whatever other threads were doing.</param>
/// <param name="Looks">Looks on the way, the last epoch's among them; none where the experiment takes none.</param>
public sealed record DepthTraining(
    int Blocks,
    double LastSurvival,
    SurvivalRule Rule,
    DropTiming Timing,
    ulong Seed,
    double TestError,
    double TestLoss,
    double TrainingLoss,
    double WholeLoss,
    double Active,
    double SecondsPerEpoch,
    IReadOnlyList<DepthLook> Looks)
{
    /// <summary>Layers with weights: the stem, two a block in three stages, the classifier.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Layers => LayersOf(Blocks);

    /// <summary>Layers with weights of a network with so many blocks in each of three stages.</summary>
    internal static int LayersOf(int blocks) => 6 * blocks + 2;
}
