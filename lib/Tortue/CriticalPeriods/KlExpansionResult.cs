using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

/// <summary>What <see cref="KlExpansion"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Parameters">Number of weights P.</param>
/// <param name="Loss">Loss of the trained network on the images, in nats.</param>
/// <param name="Trace">tr F over the images, exact: every class of every image.</param>
/// <param name="DrawnTrace">Its estimate from labels drawn from the model.</param>
/// <param name="DivergenceTrace">Its estimate from the divergences at the shortest steps alone: the mean of 2 P KL / ‖δ‖².</param>
/// <param name="Points">One for each length of the steps, ascending.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record KlExpansionResult(
    KlExpansionOptions Options,
    RunRecord Run,
    long Parameters,
    double Loss,
    double Trace,
    MeanError DrawnTrace,
    MeanError DivergenceTrace,
    IReadOnlyList<KlExpansionPoint> Points) : IExperimentResult
{
    /// <summary>How far the ratio may be from 1 at the shortest steps.</summary>
    public const double RatioSlack = 0.01;

    /// <summary>How far an order may be from the expected one.</summary>
    public const double OrderSlack = 0.15;

    /// <summary>How many standard errors an estimate of the trace may be off.</summary>
    public const double Errors = 3;

    // Steps are short up to this share of ‖w‖; beyond it, higher orders show.
    private const double Short = 0.011;

    /// <summary>The slope of the divergence over the length of short steps, both in logarithms: 2 is expected.</summary>
    public double DivergenceOrder => Order(point => point.Divergence);

    /// <summary>The slope of the difference between KL(p_w ‖ p_{w+δ}) and ½ δᵀFδ: 3 is expected.</summary>
    public double ErrorOrder => Order(point => point.Error);

    /// <summary>The slope of the difference of KL(p_{w+δ} ‖ p_w): 3 is expected.</summary>
    public double ReverseErrorOrder => Order(point => point.ReverseError);

    /// <summary>The slope of the difference of the mean over δ and −δ: 4 is expected.</summary>
    public double EvenErrorOrder => Order(point => point.EvenError);

    /// <summary>Whether the divergence is ½ δᵀFδ up to third order, of fourth order for the mean over δ and −δ, and whether the two
    /// estimates of the trace agree with the exact one.</summary>
    public Verdict Verdict()
    {
        bool[] parts =
        [
            Math.Abs(Points[0].Ratio - 1) <= RatioSlack && Math.Abs(DivergenceOrder - 2) <= OrderSlack,
            Math.Abs(ErrorOrder - 3) <= OrderSlack && Math.Abs(ReverseErrorOrder - 3) <= OrderSlack,
            Math.Abs(EvenErrorOrder - 4) <= OrderSlack,
            Agrees(DrawnTrace) && Agrees(DivergenceTrace),
        ];
        var kind = parts[0] ? Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length) : VerdictKind.NotReproduced;
        return new(
            kind,
            Text.Format(
                CriticalPeriodsText.KlSentence,
                Points[0].Ratio,
                Points[0].Ratio / 2,
                DivergenceOrder,
                ErrorOrder,
                ReverseErrorOrder,
                EvenErrorOrder,
                Trace,
                DrawnTrace.Mean,
                DrawnTrace.StandardError,
                DivergenceTrace.Mean,
                DivergenceTrace.StandardError),
            Text.Format(CriticalPeriodsText.KlRule, RatioSlack, OrderSlack, Errors));
    }

    /// <summary>The divergence over ½ δᵀFδ, and over δᵀFδ without the ½, for steps of all lengths.</summary>
    public Figure Figure()
    {
        double[] lengths = [.. Points.Select(point => point.Epsilon)];
        return Charts.Figure.Titled(CriticalPeriodsText.KlTitle)
            .Subtitle(Text.Format(CriticalPeriodsText.KlSubtitle, Options.Directions, Parameters, Options.Images))
            .Line(lengths, Points.Select(point => point.Ratio), CriticalPeriodsText.KlWithHalf, SeriesColor.Blue)
            .Band(lengths, Points.Select(point => point.LowestRatio), Points.Select(point => point.HighestRatio))
            .Line(lengths, Points.Select(point => point.Ratio / 2), CriticalPeriodsText.KlWithoutHalf, SeriesColor.Vermillion)
            .HorizontalLine(1)
            .XAxis(CriticalPeriodsText.KlLengthAxis, AxisScale.Log)
            .YAxis(CriticalPeriodsText.KlRatioAxis, min: 0, max: 2);
    }

    /// <summary>How fast divergence and errors vanish with the length of the step, on two logarithmic axes.</summary>
    public Figure Orders()
    {
        double[] lengths = [.. Points.Select(point => point.Epsilon)];
        Figure With(Figure figure, Func<KlExpansionPoint, double> value, string name, double order, SeriesColor color) =>
            figure.Line(lengths, Points.Select(value), Text.Format(name, order), color);
        var lines = Charts.Figure.Titled(CriticalPeriodsText.KlOrdersTitle)
            .Subtitle(Text.Format(CriticalPeriodsText.KlOrdersSubtitle, Options.Directions, Parameters, Options.Images));
        lines = With(lines, point => point.Divergence, CriticalPeriodsText.KlDivergenceName, DivergenceOrder, SeriesColor.Blue);
        lines = With(lines, point => point.Error, CriticalPeriodsText.KlErrorName, ErrorOrder, SeriesColor.Vermillion);
        lines = With(lines, point => point.ReverseError, CriticalPeriodsText.KlReverseName, ReverseErrorOrder, SeriesColor.Green);
        lines = With(lines, point => point.EvenError, CriticalPeriodsText.KlEvenName, EvenErrorOrder, SeriesColor.Purple);
        return lines.XAxis(CriticalPeriodsText.KlLengthAxis, AxisScale.Log).YAxis(CriticalPeriodsText.KlOrdersAxis, AxisScale.Log);
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private bool Agrees(MeanError estimate) => Math.Abs(estimate.Mean - Trace) <= Errors * estimate.StandardError;

    private double Order(Func<KlExpansionPoint, double> value)
    {
        var near = Points.Where(point => point.Epsilon <= Short).ToArray();
        return LogLogSlope.Of([.. near.Select(point => point.Epsilon)], [.. near.Select(value)]);
    }
}
