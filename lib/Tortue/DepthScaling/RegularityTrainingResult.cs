using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="RegularityTraining"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Data">What was learnt.</param>
/// <param name="TrainingImages">How many images the networks were trained on.</param>
/// <param name="TestImages">How many images they were tested on.</param>
/// <param name="Classes">How many classes the images have.</param>
/// <param name="Cells">One for each H, β and seed.</param>
public sealed partial record RegularityTrainingResult(
    RegularityTrainingOptions Options,
    RunRecord Run,
    string Data,
    int TrainingImages,
    int TestImages,
    int Classes,
    IReadOnlyList<RegularityTrainingCell> Cells)
    : IExperimentResult
{
    /// <summary>Cells whose β is so far from the critical line, or less, count as near it.</summary>
    public const double LineWidth = 0.15;

    /// <summary>So much less accuracy, as a share of the test images, counts as no worse.</summary>
    public const double LostMargin = 0.02;

    /// <summary>Networks that have learnt are right at least so many times as often as by guessing.</summary>
    public const double LeastGain = 2;

    /// <summary>The share of right answers by guessing.</summary>
    public double Chance => 1.0 / Classes;

    /// <summary>The exponent β at which untrained networks neither explode nor become the identity: H for res-1, max(H, ½) for res-3, both
    /// measured in this course's own simulations.</summary>
    /// <param name="model">res-1 or res-3.</param>
    /// <param name="hurst">The Hurst exponent H of the weights.</param>
    public static double CriticalBeta(ResidualModel model, double hurst) => CriticalExponent.Limit(model, hurst);

    /// <summary>On which side of the critical line a cell lies, or near it.</summary>
    /// <param name="model">res-1 or res-3.</param>
    /// <param name="hurst">The Hurst exponent H of the weights.</param>
    /// <param name="beta">The exponent β.</param>
    public static GrowthRegime RegimeOf(ResidualModel model, double hurst, double beta) =>
        (beta - CriticalBeta(model, hurst)) switch
        {
            < -LineWidth => GrowthRegime.Explodes,
            > LineWidth => GrowthRegime.Vanishes,
            _ => GrowthRegime.Stays,
        };

    /// <summary>The learning rate with which the networks of a cell are right most often on average; the smallest of several.</summary>
    /// <param name="hurst">H, one of the settings'.</param>
    /// <param name="beta">β, one of the settings'.</param>
    public double BestRate(double hurst, double beta) => Options.LearningRates[BestPlace(hurst, beta)];

    /// <summary>The accuracy with that learning rate, seed by seed; that of a guess where training failed.</summary>
    /// <param name="hurst">H, one of the settings'.</param>
    /// <param name="beta">β, one of the settings'.</param>
    public IReadOnlyList<double> Accuracies(double hurst, double beta)
    {
        var place = BestPlace(hurst, beta);
        return [.. At(hurst, beta).Select(cell => cell.Accuracies[place] ?? Chance)];
    }

    /// <summary>What networks on one side of the critical line lose against those near it with the same H, as a share of the test images:
    /// the mean over all H that have both, seed by seed.</summary>
    /// <param name="side">Below the line (<see cref="GrowthRegime.Explodes"/>) or above it (<see cref="GrowthRegime.Vanishes"/>).</param>
    public MeanError Loss(GrowthRegime side)
    {
        double[] hursts = [.. Options.HurstsWith(side)];
        return MeanError.Of(Enumerable.Range(0, Options.Runs).Select(
            run => hursts.Average(hurst => Mean(hurst, GrowthRegime.Stays, run) - Mean(hurst, side, run))));
    }

    /// <summary>The accuracy near the critical line, mean over all H.</summary>
    public MeanError NearLine()
    {
        double[] hursts = [.. Options.HurstExponents.Where(hurst => Options.BetasAt(hurst, GrowthRegime.Stays).Any())];
        return MeanError.Of(Enumerable.Range(0, Options.Runs).Select(
            run => hursts.Average(hurst => Mean(hurst, GrowthRegime.Stays, run))));
    }

    /// <summary>Whether networks below the critical line learn worse than those near it, and networks above it no worse.</summary>
    public Verdict Verdict()
    {
        var (near, below, above) = (NearLine(), Loss(GrowthRegime.Explodes), Loss(GrowthRegime.Vanishes));
        var learnt = near.Mean - MeanError.Clear * near.StandardError >= LeastGain * Chance;
        bool[] parts = [learnt && below.IsClearlyAboveZero(), learnt && NoWorse(above)];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                DepthScalingText.LearningSentence,
                100 * near.Mean,
                100 * below.Mean,
                100 * MeanError.Clear * below.StandardError,
                100 * above.Mean,
                100 * MeanError.Clear * above.StandardError,
                learnt ? Text.Format(Reading(above), 100 * LostMargin) : DepthScalingText.LearningNothing,
                Cells.Sum(cell => cell.Accuracies.Count(accuracy => accuracy is null)),
                Cells.Sum(cell => cell.Accuracies.Count)),
            Text.Format(
                DepthScalingText.LearningRule,
                LineWidth,
                CriticalText,
                MeanError.Clear,
                100 * LostMargin,
                LeastGain,
                MeanError.Odds(Options.Runs)));
    }

    private string CriticalText => Options.Network.Model == ResidualModel.Res1 ? "β = H" : "β = max(H, 1/2)";

    // No worse is not the same as no clear difference: what is lost must be shown to be small.
    private static bool NoWorse(MeanError loss) => loss.Mean + MeanError.Clear * loss.StandardError <= LostMargin;

    private static string Reading(MeanError above) =>
        new MeanError(-above.Mean, above.StandardError).IsClearlyAboveZero() ? DepthScalingText.LearningAboveBetter
        : NoWorse(above) ? DepthScalingText.LearningNoWorse
        : above.IsClearlyAboveZero() ? DepthScalingText.LearningAboveWorse
        : DepthScalingText.LearningUndecided;

    private RegularityTrainingCell[] At(double hurst, double beta) =>
        [.. Cells.Where(cell => cell.Hurst == hurst && cell.Beta == beta).OrderBy(cell => cell.Seed)];

    private int BestPlace(double hurst, double beta)
    {
        var cells = At(hurst, beta);
        return Enumerable.Range(0, Options.LearningRates.Count).MaxBy(
            place => cells.Sum(cell => cell.Accuracies[place] ?? Chance));
    }

    private double Mean(double hurst, GrowthRegime regime, int run) =>
        Options.BetasAt(hurst, regime).Average(beta => Accuracies(hurst, beta)[run]);
}
