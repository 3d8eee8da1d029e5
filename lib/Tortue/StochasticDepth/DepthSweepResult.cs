using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>What <see cref="DepthSweep"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Data">What was learnt.</param>
/// <param name="TrainingImages">How many images the networks were trained on.</param>
/// <param name="TestImages">How many images they were tested on.</param>
/// <param name="Trainings">One for each depth, with constant and with stochastic depth, and seed.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record DepthSweepResult(
    DepthSweepOptions Options,
    RunRecord Run,
    string Data,
    int TrainingImages,
    int TestImages,
    IReadOnlyList<DepthTraining> Trainings)
    : IExperimentResult
{
    /// <summary>The trainings of one kind.</summary>
    /// <param name="blocks">Blocks a stage, one of the settings'.</param>
    /// <param name="stochastic">With stochastic or with constant depth.</param>
    public IEnumerable<DepthTraining> Of(int blocks, bool stochastic) =>
        Trainings.Where(training => training.Blocks == blocks && training.LastSurvival < 1 == stochastic);

    /// <summary>What stochastic depth gains: test error of constant depth minus that of stochastic depth, seed by seed.</summary>
    /// <param name="blocks">Blocks a stage, one of the settings'.</param>
    /// <returns>Mean and standard error, in percentage points.</returns>
    public MeanError Gain(int blocks) =>
        DepthTrainings.Difference(Of(blocks, stochastic: false), Of(blocks, stochastic: true), training => training.TestError);

    /// <summary>Time of an epoch with stochastic depth over that with constant depth.</summary>
    /// <param name="blocks">Blocks a stage, one of the settings'.</param>
    public double TimeRatio(int blocks) =>
        Of(blocks, stochastic: true).Average(training => training.SecondsPerEpoch)
        / Of(blocks, stochastic: false).Average(training => training.SecondsPerEpoch);

    /// <summary>
    /// Whether, at the deepest, stochastic depth has the lower test error and the higher training loss, and whether the shallowest gain
    /// less.
    /// </summary>
    public Verdict Verdict()
    {
        var (shallow, deep) = (Options.Blocks[0], Options.Blocks[^1]);
        var (gain, least) = (Gain(deep), Gain(shallow));
        var loss = DepthTrainings.Difference(Of(deep, stochastic: true), Of(deep, stochastic: false), training => training.TrainingLoss);
        bool[] parts = [gain.IsClearlyAboveZero(), loss.IsClearlyAboveZero(), gain.Minus(least).IsClearlyAboveZero()];
        var gains = Options.Blocks.Select(blocks =>
        {
            var each = Gain(blocks);
            double error = MeanError.Clear * each.StandardError;
            return Text.Format(StochasticDepthText.SweepGain, DepthTraining.LayersOf(blocks), each.Mean, error, Where(each));
        });
        return new(
            parts[0] ? Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length) : VerdictKind.NotReproduced,
            Text.Format(
                StochasticDepthText.SweepSentence,
                DepthTraining.LayersOf(deep),
                Of(deep, stochastic: false).Average(training => training.TestError),
                Of(deep, stochastic: true).Average(training => training.TestError),
                string.Join(", ", gains),
                Of(deep, stochastic: false).Average(training => training.TrainingLoss),
                Of(deep, stochastic: true).Average(training => training.TrainingLoss),
                100 * TimeRatio(deep),
                100 * Of(deep, stochastic: true).Average(training => training.Active)),
            Text.Format(StochasticDepthText.SweepRule, MeanError.Clear, MeanError.Odds(Options.Runs)));
    }

    private static string Where(MeanError gain) =>
        gain.IsClearlyAboveZero() ? StochasticDepthText.Helps
        : new MeanError(-gain.Mean, gain.StandardError).IsClearlyAboveZero() ? StochasticDepthText.Hurts
        : StochasticDepthText.Neither;
}
