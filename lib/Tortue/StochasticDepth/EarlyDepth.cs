using Tortue.Data;
using Tortue.Experiments;
using Tortue.Training;

namespace Tortue.StochasticDepth;

/// <summary>
/// Stochastic depth at the beginning, at the end, all along and not at all, where networks underfit and where they overfit. Z. Liu, Z. Xu,
/// J. Jin, Z. Shen, T. Darrell, "Dropout reduces underfitting", ICML 2023 (arXiv 2303.01500).
/// </summary>
/// <remarks>
/// <para>
/// As there, a setting is called underfitting if networks do better without than with standard stochastic depth. The authors' table
/// (github.com/facebookresearch/dropout, accuracy on ImageNet in per cent): ViT-T 73.9 without, 72.6 with standard, 74.4 with early
/// stochastic depth; ViT-B 81.6 with standard and 82.3 with late. So late is compared there with standard, not with none; here with both.
/// </para>
/// <para>
/// The overfitting setting was chosen by what standard stochastic depth does against none, and by nothing that early or late does: in
/// <see cref="DepthSweep"/> it clearly helps networks of 8 layers that see 500 images 80 times, and not clearly those of 20. The
/// underfitting one, many images seen a few times, was the first that was tried.
/// </para>
/// <para>
/// In the stored result late clearly beats none where networks overfit, as it should, but not standard stochastic depth, which is what the
/// authors compare it with: at this size more dropping is better there. Early beats none clearly nowhere.
/// </para>
/// <para>
/// A surviving branch is divided by its p_l in training, since p_l changes along it. Early and late have the same rate here; the authors
/// take 0.5 early and 0.4 late.
/// </para>
/// </remarks>
public static class EarlyDepth
{
    private const int LooksPerTraining = 10;

    /// <summary>The timings, in the order in which they are drawn and told.</summary>
    internal static IReadOnlyList<DropTiming> Timings { get; } = [DropTiming.None, DropTiming.Standard, DropTiming.Early, DropTiming.Late];

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="EarlyDepthOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each training.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell. The chart below the cell
    /// stays, with what had been measured.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="DataNotFoundException">A real set is asked for and not there.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static EarlyDepthResult Run(
        EarlyDepthOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static EarlyDepthResult Measure(
        EarlyDepthOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(StochasticDepthText.RunningEarly, progress, cancellation, cells);
        using var scope = TorchSharp.torch.NewDisposeScope();
        var (under, over) = (Sets(options.Underfitting, options.Seed), Sets(options.Overfitting, options.Seed));
        EarlyDepthResult Result(RunRecord record, IReadOnlyList<IReadOnlyList<DepthTraining>> trainings) => new(
            options,
            record,
            over.Training.Name,
            [.. trainings.Take(Timings.Count).SelectMany(each => each)],
            [.. trainings.Skip(Timings.Count).SelectMany(each => each)]);
        var underWay = RunRecord.UnderWay(options.Seed, options.Threads);
        DepthArm[] arms =
        [
            .. Timings.Select(timing => Arm(options, options.Underfitting, options.UnderfittingBlocks, timing) with { Setting = "under/" }),
            .. Timings.Select(timing => Arm(options, options.Overfitting, options.OverfittingBlocks, timing) with { Setting = "over/" }),
        ];
        var trainings = DepthTrainings.Train(
            run,
            arms,
            arm => arm.Setting == arms[0].Setting ? under : over,
            DepthTrainings.Seeds(options.Seed, options.Runs),
            options.Threads,
            soFar => Result(underWay, soFar).Figure());
        return Result(run.Finish(options.Seed, Course.EngineName, options.Threads), trainings);
    }

    private static (LabelledData Training, LabelledData Test) Sets(DepthLearnerOptions learner, ulong seed) =>
        ImageSets.Make(learner.Data, learner.Examples, learner.TestExamples, seed);

    private static DepthArm Arm(EarlyDepthOptions options, DepthLearnerOptions learner, int blocks, DropTiming timing) =>
        new(learner, blocks, new() { Timing = timing, Rate = options.DropRate, Cutoff = options.Cutoff })
        {
            Scaling = SurvivalScaling.AtTraining,
            LookEvery = Math.Max(1, learner.Epochs / LooksPerTraining),
            TestsOnTheWay = true,
        };
}
