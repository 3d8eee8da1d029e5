using Tortue.Charts;
using Tortue.Display;

namespace Tortue.DepthScaling;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record AssumptionTableResult
{
    // Ratios beyond it are drawn at the right end.
    private const double End = 1.5;
    private const double LawOffset = 0.15;
    private const int CurvePoints = 80;

    /// <summary>E‖g‖²/‖h‖² of every network at every state, a panel for each model, with the band that (A2) asks for.</summary>
    public Figure Figure() => Charts.Figure.Row([.. Enum.GetValues<ResidualModel>().Select(Panel)])
        .SharingYAxis()
        .WithTitle(DepthScalingText.AssumptionsFigureTitle)
        .Subtitle(Text.Format(DepthScalingText.AssumptionsFigureSubtitle, Options.Width, Options.Draws));

    /// <summary>The s that each λ asks for, of the laws that are drawn anew in every layer, with the exact curves.</summary>
    public Figure LawFigure()
    {
        var figure = Charts.Figure.Titled(DepthScalingText.LawsFigureTitle)
            .Subtitle(Text.Format(
                DepthScalingText.LawsFigureSubtitle,
                Options.Networks * AssumptionOne.PathsPerNetwork * AssumptionOne.Layers,
                AssumptionOne.Precision))
            .XAxis(DepthScalingText.LambdaAxis)
            .YAxis(DepthScalingText.ConstantAxis)
            .HorizontalLine(1, DepthScalingText.ConstantOne);
        foreach (var law in Laws.Where(law => law.Law <= EntryLaw.StudentT))
        {
            var lambdas = law.Curve.Select(point => point.Lambda).ToArray();
            figure = figure
                .Line(lambdas, law.Curve.Select(point => point.S), LawName(law.Law))
                .Band(
                    lambdas,
                    law.Curve.Select(point => point.S - AssumptionTwoRow.Errors * point.StandardError),
                    law.Curve.Select(point => point.S + AssumptionTwoRow.Errors * point.StandardError));
            double[] exact = [.. Enumerable.Range(1, CurvePoints).Select(i => i * lambdas[^1] / CurvePoints)];
            if (law.Law is EntryLaw.Uniform or EntryLaw.Laplace)
            {
                figure = figure.Published(
                    exact, exact.Select(lambda => AssumptionOne.Exact(law.Law, lambda)), DepthScalingText.ExactConstantName);
            }
        }

        return figure;
    }

    /// <summary>The figure of the networks, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure of the networks as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private Figure Panel(ResidualModel model)
    {
        // The first activation on top.
        string[] names = [.. Options.Activations.Reverse().Select(activation => activation.Name)];
        var dots = (
            from network in Networks.Where(network => network.Shape.Model == model)
            from row in network.Rows
            let lane = names.IndexOf(network.Shape.Activation.Name) + Offset(network.Shape)
            select (row.MeanSquare, Lane: lane, Inside: row is { LowerHolds: true, UpperHolds: true })).ToArray();
        var figure = Charts.Figure.Titled(ChartWords.Model(model))
            .XAxis(DepthScalingText.AssumptionRatioAxis, min: -0.1, max: End + 0.1)
            .YRows(DepthScalingText.ActivationRows, names)
            .Band(
                [0.5, 1.0], [-0.5, -0.5], [names.Length - 0.5, names.Length - 0.5], DepthScalingText.RatioAllowed, SeriesColor.Blue);
        figure = WithDots(figure, dots.Where(dot => dot.Inside), DepthScalingText.RatioInside, SeriesColor.Green, "circle");
        figure = WithDots(
            figure, dots.Where(dot => !dot.Inside && dot.MeanSquare <= End), DepthScalingText.RatioOutside, SeriesColor.Vermillion, "x");
        return WithDots(
            figure,
            dots.Where(dot => dot.MeanSquare > End).Select(dot => dot with { MeanSquare = End }),
            Text.Format(DepthScalingText.RatioBeyond, End),
            SeriesColor.Vermillion,
            "triangle-right");
    }

    private double Offset(ResidualShape shape) =>
        shape.Model == ResidualModel.Res1 || Options.Laws.Count == 1 ? 0 : shape.Law == Options.Laws[0] ? LawOffset : -LawOffset;

    private static Figure WithDots(
        Figure figure, IEnumerable<(double MeanSquare, double Lane, bool Inside)> dots, string name, SeriesColor color, string symbol)
    {
        var drawn = dots.ToArray();
        return drawn.Length == 0
            ? figure
            : figure.Symbols(drawn.Select(dot => dot.MeanSquare), drawn.Select(dot => dot.Lane), name, color, symbol);
    }
}
