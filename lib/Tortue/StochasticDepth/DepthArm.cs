using Tortue.Training;

namespace Tortue.StochasticDepth;

/// <summary>A kind of training that is compared with others.</summary>
/// <param name="Learner">Images and rule of training.</param>
/// <param name="Blocks">Blocks in each of the three stages.</param>
/// <param name="Drops">Probability that the last block is dropped, 1 − p_L, at each step.</param>
internal sealed record DepthArm(DepthLearnerOptions Learner, int Blocks, DropSchedule Drops)
{
    /// <summary>How the other blocks' probabilities follow.</summary>
    public SurvivalRule Rule { get; init; } = SurvivalRule.Linear;

    /// <summary>Where it is made up for blocks that were left out.</summary>
    public SurvivalScaling Scaling { get; init; } = SurvivalScaling.AtTest;

    /// <summary>Epochs between two looks; 0 takes none.</summary>
    public int LookEvery { get; init; }

    /// <summary>Whether a look tests the network.</summary>
    public bool TestsOnTheWay { get; init; }

    /// <summary>p_L where blocks are dropped, 1 for constant depth.</summary>
    public double LastSurvival => Drops.Timing == DropTiming.None ? 1 : Math.Round(1 - Drops.Rate, 12);

    /// <summary>What tells the arm's setting from others of the same experiment.</summary>
    public string Setting { get; init; } = "";

    /// <summary>A name for the arm's cells.</summary>
    public string Key => Text.Format("{0}{1} blocks/{2} {3} {4}", Setting, Blocks, Drops.Timing, LastSurvival, Rule);

    /// <summary>Blocks dropped all along.</summary>
    public static DepthArm Stochastic(
        DepthLearnerOptions learner, int blocks, double lastSurvival, SurvivalRule rule = SurvivalRule.Linear) =>
        new(learner, blocks, new() { Timing = DropTiming.Standard, Rate = 1 - lastSurvival }) { Rule = rule };

    /// <summary>No block ever dropped.</summary>
    public static DepthArm Constant(DepthLearnerOptions learner, int blocks) => new(learner, blocks, DropSchedule.Never);
}
