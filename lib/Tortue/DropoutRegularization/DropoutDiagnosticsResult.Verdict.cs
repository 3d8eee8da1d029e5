using Tortue.Experiments;

namespace Tortue.DropoutRegularization;

public sealed partial record DropoutDiagnosticsResult
{
    /// <summary>Early is the first of so many equal parts of the training.</summary>
    public const int EarlyShare = 10;

    /// <summary>Late is all but the first of so many equal parts of the training.</summary>
    public const int LateShare = 3;

    /// <summary>How many claims hold, of four: <see cref="NormVerdict"/>, <see cref="DistanceVerdict"/>, <see cref="VarianceVerdict"/>,
    /// <see cref="ErrorVerdict"/>.</summary>
    public Verdict Verdict()
    {
        Verdict[] claims = [NormVerdict(), DistanceVerdict(), VarianceVerdict(), ErrorVerdict()];
        string[] names =
        [
            DropoutRegularizationText.DiagnosticsClaimNorm,
            DropoutRegularizationText.DiagnosticsClaimDistance,
            DropoutRegularizationText.DiagnosticsClaimVariance,
            DropoutRegularizationText.DiagnosticsClaimError,
        ];
        int held = claims.Count(claim => claim.Kind == VerdictKind.Reproduced);
        bool some = claims.Any(claim => claim.Kind != VerdictKind.NotReproduced);
        return new(
            held == claims.Length ? VerdictKind.Reproduced : some ? VerdictKind.PartlyReproduced : VerdictKind.NotReproduced,
            Text.Format(
                DropoutRegularizationText.DiagnosticsSentence,
                Options.Rate,
                held,
                claims.Length,
                string.Join("; ", claims.Zip(names, (claim, name) => Text.Format(name, Short(claim.Kind)))),
                Regime()),
            Text.Format(DropoutRegularizationText.DiagnosticsRule, Parts));
    }

    /// <summary>Whether with dropout the gradient norm is smaller, early and late.</summary>
    public Verdict NormVerdict() => Lengths(
        look => look.Norm, -1, DropoutRegularizationText.DiagnosticsNormSentence, DropoutRegularizationText.DiagnosticsNormRule);

    /// <summary>Whether with dropout the weights get farther from where they started, early and late.</summary>
    public Verdict DistanceVerdict() => Lengths(
        look => look.Distance, 1, DropoutRegularizationText.DiagnosticsDistanceSentence, DropoutRegularizationText.DiagnosticsDistanceRule);

    /// <summary>Whether with dropout the directions of gradients scatter less, early.</summary>
    public Verdict VarianceVerdict()
    {
        var (early, late) = Differences(look => look.DirectionVariance);
        return new(
            Sign(early) < 0 ? VerdictKind.Reproduced : VerdictKind.NotReproduced,
            Text.Format(DropoutRegularizationText.DiagnosticsVarianceSentence, Difference(early), Difference(late)),
            Text.Format(DropoutRegularizationText.DiagnosticsVarianceRule, Parts));
    }

    /// <summary>Whether with dropout the directions of gradients are nearer to that of all data early, and farther from it late, so that
    /// the curves cross.</summary>
    public Verdict ErrorVerdict()
    {
        var (early, late) = Differences(look => look.DirectionError);
        bool[] parts = [Sign(early) < 0, Sign(late) > 0];
        string crossing = Crossing() is { } step
            ? Text.Format(DropoutRegularizationText.DiagnosticsCrossing, SignificantDigits.Round(step, 2))
            : DropoutRegularizationText.DiagnosticsNoCrossing;
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(DropoutRegularizationText.DiagnosticsErrorSentence, Difference(early), Difference(late), crossing),
            Text.Format(DropoutRegularizationText.DiagnosticsErrorRule, Parts));
    }

    /// <summary>Whether with dropout the directions of minibatches' gradients are wrong on average, early and late: less aligned with the
    /// gradient of all data than those without. The paper's reading of the errors, besides its four claims: a bias for less
    /// variance.</summary>
    public Verdict BiasVerdict()
    {
        var (early, late) = Differences(look => look.Alignment);
        bool[] parts = [Sign(early) < 0, Sign(late) < 0];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(DropoutRegularizationText.DiagnosticsBiasSentence, Difference(early), Difference(late)),
            Text.Format(DropoutRegularizationText.DiagnosticsBiasRule, Parts));
    }

    private string Parts => Text.Format(
        DropoutRegularizationText.DiagnosticsParts, EarlyShare, LateShare, MeanError.Clear, MeanError.Odds(Options.Runs));

    private Verdict Lengths(Func<DiagnosticLook, double> length, int claimed, string sentence, string rule)
    {
        var (early, late) = Ratios(length);
        bool[] parts = [Sign(early) == claimed, Sign(late) == claimed];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(sentence, Percent(early), Percent(late)),
            Text.Format(rule, Parts));
    }

    private (MeanError Early, MeanError Late) Differences(Func<DiagnosticLook, double> value) =>
        (Contrast(value, IsEarly), Contrast(value, IsLate));

    // Logarithms of what a length with dropout is to one without.
    private (MeanError Early, MeanError Late) Ratios(Func<DiagnosticLook, double> length) =>
        Differences(look => Math.Log(length(look)));

    // Underfitting in the paper's sense: a network that does better without dropout.
    private string Regime()
    {
        var gain = MeanError.Of(Pairs().Select(pair => pair.With.TestAccuracy - pair.Without.TestAccuracy));
        string regime = Sign(gain) switch
        {
            < 0 => DropoutRegularizationText.DiagnosticsUnderfits,
            > 0 => DropoutRegularizationText.DiagnosticsOverfits,
            _ => DropoutRegularizationText.DiagnosticsNeither,
        };
        double Accuracy(bool dropout, Func<DiagnosticCourse, double> of) => 100 * Of(dropout).Average(of);
        return Text.Format(
            DropoutRegularizationText.DiagnosticsRegime,
            Accuracy(false, course => course.TrainAccuracy),
            Accuracy(true, course => course.TrainAccuracy),
            Accuracy(false, course => course.TestAccuracy),
            Accuracy(true, course => course.TestAccuracy),
            regime);
    }

    private static string Percent(MeanError log) => Text.Format(
        DropoutRegularizationText.DiagnosticsPercent,
        100 * (Math.Exp(log.Mean) - 1),
        100 * Math.Exp(log.Mean) * MeanError.Clear * log.StandardError);

    private static string Difference(MeanError difference) => Text.Format(
        DropoutRegularizationText.DiagnosticsDifference, difference.Mean, MeanError.Clear * difference.StandardError);

    private static string Short(VerdictKind kind) => kind switch
    {
        VerdictKind.Reproduced => DropoutRegularizationText.DiagnosticsYes,
        VerdictKind.PartlyReproduced => DropoutRegularizationText.DiagnosticsPartly,
        _ => DropoutRegularizationText.DiagnosticsNo,
    };
}
