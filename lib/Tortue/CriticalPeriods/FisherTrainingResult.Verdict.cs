using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

public sealed partial record FisherTrainingResult
{
    /// <summary>By which factor the trace has to rise and to fall; the highest of noisy numbers is high by chance.</summary>
    public const double Marked = 1.5;

    /// <summary>How many claims hold, of five: <see cref="RiseVerdict"/>, <see cref="HeightVerdict"/>, <see cref="MiddleVerdict"/>,
    /// <see cref="TopVerdict"/>, <see cref="ReorganisationVerdict"/>.</summary>
    public Verdict Verdict()
    {
        Verdict[] claims = [RiseVerdict(), HeightVerdict(), MiddleVerdict(), TopVerdict(), ReorganisationVerdict()];
        int held = claims.Count(claim => claim.Kind == VerdictKind.Reproduced);
        bool some = claims.Any(claim => claim.Kind != VerdictKind.NotReproduced);
        return new(
            held == claims.Length ? VerdictKind.Reproduced : some ? VerdictKind.PartlyReproduced : VerdictKind.NotReproduced,
            Text.Format(
                CriticalPeriodsText.TraceSentence,
                held,
                claims.Length,
                string.Join("; ", claims.Select((claim, i) => Short(i, claim.Kind)))),
            CriticalPeriodsText.TraceRule);
    }

    /// <summary>Whether without deficit the trace rises fast, in the first half of the training, and then falls while the test accuracy
    /// still improves.</summary>
    public Verdict RiseVerdict()
    {
        var (clean, peak) = (Of(Deficit.None), Peak);
        var rise = Interval(clean.Select(course => Math.Log(course.Looks[peak].Trace / course.Looks[0].Trace)));
        var fall = Interval(clean.Select(course => Math.Log(course.Looks[peak].Trace) - LateLog(course, look => look.Trace)));
        var gain = Interval(clean.Select(course => Late(course, look => look.TestAccuracy) - course.Looks[peak].TestAccuracy));
        bool[] parts = [rise.Low > Math.Log(Marked) && 2 * Epochs[peak] <= Options.Epochs, fall.Low > Math.Log(Marked), gain.Low > 0];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                CriticalPeriodsText.TraceRiseSentence,
                Factor(rise), Epochs[peak], Factor(fall), 100 * clean.Average(course => course.Looks[peak].TestAccuracy), Points(gain)),
            Text.Format(CriticalPeriodsText.TraceRiseRule, Marked, Certainty));
    }

    /// <summary>Whether the trace is higher under a blur that lasts than without deficit: at the end, and no lower where that without deficit is
    /// highest. A network that learns more slowly has its traces later, and would pass the first part alone.</summary>
    public Verdict HeightVerdict()
    {
        var blur = Height(Deficit.Blur, false, look => look.Trace);
        var early = Interval(Of(Deficit.Blur).Zip(
            Of(Deficit.None), (with, without) => Math.Log(with.Looks[Peak].Trace / without.Looks[Peak].Trace)));
        bool[] parts = [blur.Low > 0, early.High >= 0];
        var others = Options.Others.Select(other =>
            Text.Format(CriticalPeriodsText.TraceOther, DeficitNames.Of(other), Factor(Height(other, false, look => look.Trace))));
        return new(
            parts[0] ? Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length) : VerdictKind.NotReproduced,
            Text.Format(
                CriticalPeriodsText.TraceHeightSentence,
                Factor(blur),
                Factor(Height(Deficit.Blur, false, look => look.Relative)),
                Factor(Height(Deficit.Blur, true, look => look.Trace)),
                string.Concat(others),
                Learnt(Deficit.None, false),
                Learnt(Deficit.Blur, false),
                Epochs[Peak],
                Factor(early)),
            Text.Format(CriticalPeriodsText.TraceHeightRule, Certainty));
    }

    /// <summary>Whether without deficit the middle third of the layers holds more of the trace than either other third.</summary>
    public Verdict MiddleVerdict()
    {
        var clean = Of(Deficit.None);
        return new(
            Leads(clean, 1) ? VerdictKind.Reproduced : VerdictKind.NotReproduced,
            Text.Format(CriticalPeriodsText.TraceMiddleSentence, Percent(clean, 0), Percent(clean, 1), Percent(clean, 2), Strongest(clean)),
            Text.Format(CriticalPeriodsText.TraceMiddleRule, Certainty));
    }

    /// <summary>Whether under a blur that lasts the top third of the layers holds more of the trace than either other third, and more than
    /// it does without deficit.</summary>
    public Verdict TopVerdict()
    {
        var (clean, blur) = (Of(Deficit.None), Of(Deficit.Blur));
        var shift = Interval(blur.Zip(clean, (with, without) => MeanShare(with, 2) - MeanShare(without, 2)));
        bool[] parts = [Leads(blur, 2), shift.Low > 0];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                CriticalPeriodsText.TraceTopSentence,
                Percent(blur, 0), Percent(blur, 1), Percent(blur, 2), Percent(clean, 2), Points(shift), Strongest(blur)),
            Text.Format(CriticalPeriodsText.TraceTopRule, Certainty));
    }

    /// <summary>Whether the layers of a network whose blur was lifted early share the trace, at the end, more like those of a network
    /// without deficit than like those of one that is blurred still.</summary>
    public Verdict ReorganisationVerdict()
    {
        var (clean, blur, lifted) = (Of(Deficit.None), Of(Deficit.Blur), Of(Deficit.Blur, true));
        var toClean = lifted.Zip(clean, Distance).ToArray();
        var toBlur = lifted.Zip(blur, Distance).ToArray();
        var nearer = Interval(toBlur.Zip(toClean, (far, near) => far - near));
        return new(
            nearer.Low > 0 ? VerdictKind.Reproduced : VerdictKind.NotReproduced,
            Text.Format(
                CriticalPeriodsText.TraceReorganisedSentence,
                Options.LiftedAfter, 100 * toClean.Average(), 100 * toBlur.Average(), 100 * clean.Zip(blur, Distance).Average()),
            Text.Format(CriticalPeriodsText.TraceReorganisedRule, Certainty));
    }

    // Where the trace without deficit is highest, on the geometric mean.
    private int Peak => Enumerable.Range(0, Epochs.Count).MaxBy(i => Of(Deficit.None).Average(course => Math.Log(course.Looks[i].Trace)));

    private string Certainty => Options.Runs > 1
        ? Text.Format(CriticalPeriodsText.TraceInterval, Options.Runs, MeanError.Odds(Options.Runs))
        : CriticalPeriodsText.TraceSingle;

    private static string Short(int claim, VerdictKind kind)
    {
        string[] names =
        [
            CriticalPeriodsText.TraceClaimRise, CriticalPeriodsText.TraceClaimHeight, CriticalPeriodsText.TraceClaimMiddle,
            CriticalPeriodsText.TraceClaimTop, CriticalPeriodsText.TraceClaimReorganised,
        ];
        return Text.Format(names[claim], kind switch
        {
            VerdictKind.Reproduced => CriticalPeriodsText.TraceYes,
            VerdictKind.PartlyReproduced => CriticalPeriodsText.TracePartly,
            _ => CriticalPeriodsText.TraceNo,
        });
    }

    // Mean over networks, and two standard errors on each side; a single network has none.
    private static (double Mean, double Low, double High) Interval(IEnumerable<double> values)
    {
        var summary = SampleSummary.Of(values);
        double reach = MeanError.Clear * summary.StandardDeviation / Math.Sqrt(summary.Count);
        return (summary.Mean, summary.Mean - reach, summary.Mean + reach);
    }

    private string Factor((double Mean, double Low, double High) log) => Options.Runs > 1
        ? Text.Format(CriticalPeriodsText.TraceFactor, Math.Exp(log.Mean), Math.Exp(log.Low), Math.Exp(log.High))
        : Text.Format(CriticalPeriodsText.TraceFactorAlone, Math.Exp(log.Mean));

    private string Points((double Mean, double Low, double High) share) => Options.Runs > 1
        ? Text.Format(CriticalPeriodsText.TracePoints, 100 * share.Mean, 100 * share.Low, 100 * share.High)
        : Text.Format(CriticalPeriodsText.TracePointsAlone, 100 * share.Mean);

    private IEnumerable<FisherLook> LateLooks(FisherCourse course) => course.Looks.Where(look => 4 * look.Epoch >= 3 * Options.Epochs);

    private double Late(FisherCourse course, Func<FisherLook, double> value) => LateLooks(course).Average(value);

    private double LateLog(FisherCourse course, Func<FisherLook, double> value) => Late(course, look => Math.Log(value(look)));

    private (double Mean, double Low, double High) Height(Deficit deficit, bool lifted, Func<FisherLook, double> value) => Interval(
        Of(deficit, lifted).Zip(Of(Deficit.None), (with, without) => LateLog(with, value) - LateLog(without, value)));

    private double Learnt(Deficit deficit, bool lifted) =>
        100 * Of(deficit, lifted).Average(course => Late(course, look => look.TrainAccuracy));

    private static double MeanShare(FisherCourse course, int part) => course.Looks.Skip(1).Average(look => PartShares(look)[part]);

    private static bool Leads(IReadOnlyList<FisherCourse> courses, int part) => Enumerable.Range(0, 3).All(other =>
        other == part || Interval(courses.Select(course => MeanShare(course, part) - MeanShare(course, other))).Low > 0);

    private static double Percent(IReadOnlyList<FisherCourse> courses, int part) =>
        100 * courses.Average(course => MeanShare(course, part));

    private static string Strongest(IReadOnlyList<FisherCourse> courses)
    {
        var layers = courses[0].Layers;
        double Share(int layer) => courses.Average(course => course.Looks.Skip(1).Average(look => look.Shares()[layer]));
        int strongest = Enumerable.Range(0, layers.Count).MaxBy(Share);
        return Text.Format(CriticalPeriodsText.TraceStrongest, strongest + 1, layers.Count, 100 * Share(strongest));
    }

    // Half the sum of the differences of the layers' shares: 0 for the same, 1 for shares in different layers.
    private double Distance(FisherCourse one, FisherCourse other) => LateLooks(one).Zip(LateLooks(other), (first, second) =>
        first.Shares().Zip(second.Shares(), (a, b) => Math.Abs(a - b)).Sum() / 2).Average();
}
