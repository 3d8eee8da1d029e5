using Tortue.Data;
using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>
/// Test error against the survival probability p_L of the last block, under the linear and the uniform rule, and in shallower networks.
/// G. Huang, Y. Sun, Z. Liu, D. Sedra, K. Weinberger, "Deep networks with stochastic depth", ECCV 2016, figure 8.
/// </summary>
/// <remarks>
/// Images, rate and epochs are those of <see cref="DepthSweep"/>. With p_L = 1 both rules are constant depth, which is trained once. At one
/// p_L the uniform rule drops about twice as many blocks as the linear one, and with as many epochs each of them learns less often: that is
/// part of what the comparison of the rules shows.
/// </remarks>
public static class SurvivalSweep
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="SurvivalSweepOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each training.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell. The chart below the cell
    /// stays, with what had been measured.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="DataNotFoundException">A real set is asked for and not there.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static SurvivalSweepResult Run(
        SurvivalSweepOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static SurvivalSweepResult Measure(
        SurvivalSweepOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(StochasticDepthText.RunningSurvival, progress, cancellation, cells);
        using var scope = TorchSharp.torch.NewDisposeScope();
        var learner = options.Learner;
        var sets = ImageSets.Make(learner.Data, learner.Examples, learner.TestExamples, options.Seed);
        SurvivalSweepResult Result(RunRecord record, IReadOnlyList<DepthTraining> trainings) =>
            new(options, record, sets.Training.Name, sets.Training.Count, sets.Test.Count, trainings);
        var underWay = RunRecord.UnderWay(options.Seed, options.Threads);
        DepthArm[] arms =
        [
            DepthArm.Constant(learner, options.DeepBlocks),
            .. from rule in Enum.GetValues<SurvivalRule>()
               from survival in options.Survivals
               select DepthArm.Stochastic(learner, options.DeepBlocks, survival, rule),
            DepthArm.Constant(learner, options.ShallowBlocks),
            .. options.Survivals.Select(survival => DepthArm.Stochastic(learner, options.ShallowBlocks, survival)),
        ];
        var trainings = DepthTrainings.Train(
            run,
            arms,
            _ => sets,
            DepthTrainings.Seeds(options.Seed, options.Runs),
            options.Threads,
            soFar => Result(underWay, [.. soFar.SelectMany(each => each)]).Figure());
        return Result(run.Finish(options.Seed, Course.EngineName, options.Threads), [.. trainings.SelectMany(each => each)]);
    }
}
