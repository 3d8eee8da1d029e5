using Tortue.Charts;
using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

public sealed partial record FisherTrainingResult
{
    /// <summary>The trace over the epochs, a curve for each kind of network: geometric means, and bands of two standard errors.</summary>
    public Figure Figure() => Figure(relative: false);

    /// <summary>The trace over the epochs.</summary>
    /// <param name="relative">Whether Σ tr F_l ‖w_l‖² is shown, which longer or shorter weights before a batch norm do not change.</param>
    /// <param name="others">Whether the networks with other deficits are shown too.</param>
    public Figure Figure(bool relative, bool others = false) =>
        OverEpochs(look => relative ? look.Relative : look.Trace, geometric: true, others ? Options.Kinds : Shown)
            .WithTitle(Title(relative))
            .Subtitle(Subtitle)
            .YAxis(relative ? CriticalPeriodsText.TraceRelativeAxis : CriticalPeriodsText.TraceAxis, AxisScale.Log);

    /// <summary>Test accuracy on clean images over the epochs, of the same networks.</summary>
    public Figure Accuracy() => OverEpochs(look => look.TestAccuracy, geometric: false, Options.Kinds)
        .WithTitle(CriticalPeriodsText.TraceAccuracyTitle)
        .Subtitle(Subtitle)
        .YAxis(CriticalPeriodsText.TraceAccuracyAxis, min: 0, max: 1)
        .HorizontalLine(1.0 / Classes, CriticalPeriodsText.TraceChance);

    /// <summary>What share of the trace lies in the first, the middle and the last third of the layers, over the epochs: without deficit,
    /// under a blur, and under a blur that is lifted.</summary>
    /// <param name="relative">Whether shares of tr F_l ‖w_l‖² are shown.</param>
    public Figure Thirds(bool relative = false)
    {
        (string Name, SeriesColor Color)[] parts =
        [
            (CriticalPeriodsText.TraceBottom, SeriesColor.Blue),
            (CriticalPeriodsText.TraceMiddle, SeriesColor.Brown),
            (CriticalPeriodsText.TraceTop, SeriesColor.Purple),
        ];
        return Charts.Figure.Row([.. Shown.Select(kind =>
            {
                var panel = Panel(kind.Deficit, kind.Lifted);
                var courses = Of(kind.Deficit, kind.Lifted);
                foreach (var (part, (name, color)) in parts.Index())
                {
                    var bands = Array.ConvertAll(Seen(courses, look => PartShares(look, relative)[part]), Interval);
                    panel = panel
                        .Line(Epochs, bands.Select(band => band.Mean), name, color)
                        .Band(Epochs, bands.Select(band => band.Low), bands.Select(band => band.High));
                }

                return panel.YAxis(CriticalPeriodsText.TraceShareAxis, min: 0, max: 1);
            })])
            .SharingYAxis()
            .WithTitle(CriticalPeriodsText.TraceThirdsTitle)
            .Subtitle(Subtitle);
    }

    /// <summary>Each layer's share of the trace over the epochs as a map: without deficit, under a blur, and under a blur that is
    /// lifted.</summary>
    /// <param name="relative">Whether shares of tr F_l ‖w_l‖² are shown.</param>
    public Figure Layers(bool relative = false)
    {
        int layers = Courses[0].Layers.Count;
        double[,] Map(IReadOnlyList<FisherCourse> courses)
        {
            var map = new double[layers, Epochs.Count];
            for (int layer = 0; layer < layers; layer++)
            {
                foreach (var (look, values) in Seen(courses, each => each.Shares(relative)[layer]).Index())
                    map[layer, look] = values.Average();
            }

            return map;
        }

        var maps = Shown.Select(kind => (kind, Map: Map(Of(kind.Deficit, kind.Lifted)))).ToArray();
        double most = maps.Max(each => each.Map.Cast<double>().Max());
        return Charts.Figure.Row([.. maps.Select(each => Panel(each.kind.Deficit, each.kind.Lifted)
                .Heatmap(Epochs, Enumerable.Range(1, layers), each.Map, CriticalPeriodsText.TraceShare, min: 0, max: most)
                .YAxis(CriticalPeriodsText.TraceLayerAxis))])
            .SharingYAxis()
            .WithTitle(CriticalPeriodsText.TraceLayersTitle)
            .Subtitle(Subtitle);
    }

    private static (Deficit Deficit, bool Lifted)[] Shown => [(Deficit.None, false), (Deficit.Blur, false), (Deficit.Blur, true)];

    // The verdicts are on the trace itself.
    private string Title(bool relative) =>
        relative || RiseVerdict().Kind != VerdictKind.Reproduced ? CriticalPeriodsText.TraceTitle
        : HeightVerdict().Kind != VerdictKind.Reproduced ? CriticalPeriodsText.TraceTitleRise
        : CriticalPeriodsText.TraceTitleHeight;

    private string Subtitle => Text.Format(
        Options.Runs > 1 ? CriticalPeriodsText.TraceSubtitle : CriticalPeriodsText.TraceSubtitleOne,
        Options.Runs,
        Options.Learner.Network == LearnerNetwork.Residual ? CriticalPeriodsText.TraceResidual : CriticalPeriodsText.TraceAllConvolutional,
        Options.Learner.Examples);

    private Figure OverEpochs(Func<FisherLook, double> value, bool geometric, IReadOnlyList<(Deficit Deficit, bool Lifted)> kinds)
    {
        var figure = new Figure().XAxis(CriticalPeriodsText.TraceEpochAxis);
        double Back(double mean) => geometric ? Math.Exp(mean) : mean;
        foreach (var (deficit, lifted) in kinds)
        {
            var seen = Seen(Of(deficit, lifted), look => geometric ? Math.Log(value(look)) : value(look));
            var bands = Array.ConvertAll(seen, Interval);
            figure = figure
                .Line(
                    Epochs,
                    bands.Select(band => Back(band.Mean)),
                    Name(deficit, lifted),
                    lifted ? SeriesColor.Green : DeficitNames.Color(deficit))
                .Band(Epochs, bands.Select(band => Back(band.Low)), bands.Select(band => Back(band.High)));
        }

        return figure.VerticalLine(Options.LiftedAfter, CriticalPeriodsText.TraceLift);
    }

    // For each look, one number a network.
    private double[][] Seen(IReadOnlyList<FisherCourse> courses, Func<FisherLook, double> value) =>
        [.. Enumerable.Range(0, Epochs.Count).Select(i => courses.Select(course => value(course.Looks[i])).ToArray())];

    private Figure Panel(Deficit deficit, bool lifted)
    {
        var panel = Charts.Figure.Titled(Name(deficit, lifted)).XAxis(CriticalPeriodsText.TraceEpochAxis);
        return lifted ? panel.VerticalLine(Options.LiftedAfter) : panel;
    }

    private string Name(Deficit deficit, bool lifted) =>
        lifted ? Text.Format(CriticalPeriodsText.TraceLiftedName, Options.LiftedAfter) : DeficitNames.Of(deficit);
}
