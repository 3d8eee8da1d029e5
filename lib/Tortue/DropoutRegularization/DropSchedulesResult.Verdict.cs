using Tortue.Experiments;
using Tortue.Training;

namespace Tortue.DropoutRegularization;

public sealed partial record DropSchedulesResult
{
    /// <summary>How <see cref="EarlyVerdict"/> and <see cref="LateVerdict"/> came out, each where its setting is what it is meant to
    /// be.</summary>
    public Verdict Verdict()
    {
        Verdict early = EarlyVerdict(), late = LateVerdict();
        var kind = early.Kind == late.Kind ? early.Kind : VerdictKind.PartlyReproduced;
        return new(
            kind,
            Text.Format(
                DropoutRegularizationText.ScheduleSentence, InWords(early.Kind), early.Sentence, InWords(late.Kind), late.Sentence),
            Text.Format(DropoutRegularizationText.ScheduleRule, MeanError.Clear, MeanError.Odds(Options.Runs)));
    }

    /// <summary>Whether the one setting underfits and the other overfits, by what standard dropout does to the test error.</summary>
    public Verdict RegimeVerdict()
    {
        bool[] parts = [.. Enum.GetValues<FitRegime>().Select(regime => Regime(regime) == regime)];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            string.Join(' ', Enum.GetValues<FitRegime>().Select(regime => Text.Format(
                DropoutRegularizationText.ScheduleRegimeSentence,
                ScheduleNames.Of(regime),
                Options.Setting(regime).Rate,
                Points(TestErrorChange(regime, Options.Schedule(regime, DropTiming.Standard))),
                IsWhat(regime),
                Points(Gap(regime))))),
            Text.Format(DropoutRegularizationText.ScheduleRegimeRule, MeanError.Clear, MeanError.Odds(Options.Runs)));
    }

    /// <summary>Whether, where networks underfit, early dropout (linear) ends at a lower training loss and a lower test error than no
    /// dropout.</summary>
    public Verdict EarlyVerdict()
    {
        const FitRegime Regime = FitRegime.Underfitting;
        DropSchedule linear = Options.Schedule(Regime, DropTiming.Early),
            constant = Options.Schedule(Regime, DropTiming.Early, DropShape.Constant);
        var (loss, error) = (TrainingLossChange(Regime, linear), TestErrorChange(Regime, linear));
        bool[] parts = [Less(loss).IsClearlyAboveZero(), Less(error).IsClearlyAboveZero()];
        return Judged(
            Regime,
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                DropoutRegularizationText.ScheduleEarlySentence,
                Nats(loss),
                Points(error),
                Nats(TrainingLossChange(Regime, constant)),
                Points(TestErrorChange(Regime, constant))),
            DropoutRegularizationText.ScheduleEarlyRule);
    }

    /// <summary>Whether, where networks overfit, late dropout ends at a lower test error than no dropout, and than standard
    /// dropout, with which the published figures compare it.</summary>
    public Verdict LateVerdict()
    {
        const FitRegime Regime = FitRegime.Overfitting;
        var late = Options.Schedule(Regime, DropTiming.Late);
        var none = TestErrorChange(Regime, late);
        var standard = Change(Regime, late, Options.Schedule(Regime, DropTiming.Standard), TestError);
        bool[] parts = [Less(none).IsClearlyAboveZero(), Less(standard).IsClearlyAboveZero()];
        return Judged(
            Regime,
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(DropoutRegularizationText.ScheduleLateSentence, Points(none), Points(standard)),
            DropoutRegularizationText.ScheduleLateRule);
    }

    /// <summary>Whether, where networks underfit, early dropout (linear) ends at a lower test error than no dropout at each of the
    /// cut-offs.</summary>
    public Verdict CutoffVerdict()
    {
        const FitRegime Regime = FitRegime.Underfitting;
        var changes = Cutoffs.Select(cutoff => (Cutoff: cutoff, Change: TestErrorChange(Regime, EarlyUntil(cutoff)))).ToArray();
        return Judged(
            Regime,
            Experiments.Verdict.KindOf(changes.Count(each => Less(each.Change).IsClearlyAboveZero()), changes.Length),
            Text.Format(
                DropoutRegularizationText.ScheduleCutoffSentence,
                string.Join(", ", changes.Select(each => Text.Format(
                    DropoutRegularizationText.ScheduleCutoffPart, 100 * each.Cutoff, Points(each.Change))))),
            DropoutRegularizationText.ScheduleCutoffRule);
    }

    // A claim about a regime says nothing of a setting that is not it.
    private Verdict Judged(FitRegime regime, VerdictKind kind, string sentence, string rule)
    {
        var whole = Text.Format(rule, MeanError.Clear, MeanError.Odds(Options.Runs));
        return Regime(regime) == regime
            ? new(kind, sentence, whole)
            : new(
                VerdictKind.NotReproduced,
                Text.Format(DropoutRegularizationText.ScheduleNotTested, ScheduleNames.Of(regime), IsWhat(regime), sentence),
                whole);
    }

    private string IsWhat(FitRegime meant) => Regime(meant) switch
    {
        FitRegime.Underfitting => DropoutRegularizationText.ScheduleIsUnderfitting,
        FitRegime.Overfitting => DropoutRegularizationText.ScheduleIsOverfitting,
        _ => DropoutRegularizationText.ScheduleIsNeither,
    };

    private static string InWords(VerdictKind kind) => kind switch
    {
        VerdictKind.Reproduced => DropoutRegularizationText.ScheduleYes,
        VerdictKind.PartlyReproduced => DropoutRegularizationText.SchedulePartly,
        _ => DropoutRegularizationText.ScheduleNo,
    };

    private static string Points(MeanError share) => Text.Format(
        DropoutRegularizationText.SchedulePoints, 100 * share.Mean, 100 * MeanError.Clear * share.StandardError);

    private static string Nats(MeanError loss) =>
        Text.Format(DropoutRegularizationText.ScheduleNats, loss.Mean, MeanError.Clear * loss.StandardError);
}
