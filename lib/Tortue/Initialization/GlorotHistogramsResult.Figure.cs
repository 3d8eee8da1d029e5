using Tortue.Charts;
using Tortue.Models;

namespace Tortue.Initialization;

public sealed partial record GlorotHistogramsResult
{
    // How far the axes go beyond the curves, as a factor.
    private const double RoomAbove = 1.6;

    private bool IsReproduced => Verdict().Kind == Experiments.VerdictKind.Reproduced;

    /// <summary>Standard deviation of the three quantities in each layer, with both initialisations. The axes of all panels span the same
    /// factor, so that slopes compare.</summary>
    public Figure Figure() => Charts.Figure.Row(
            Panel(InitializationText.ActivationsPanel, GlorotQuantity.Activation),
            Panel(InitializationText.DeltasPanel, GlorotQuantity.Delta),
            Panel(InitializationText.WeightGradientsPanel, GlorotQuantity.WeightGradient))
        .WithTitle(IsReproduced ? InitializationText.SpreadsTitleHolds : InitializationText.SpreadsTitle)
        .Subtitle(Text.Format(InitializationText.SpreadsSubtitle, Options.Depth, Options.Width, Options.Images, Options.Runs));

    /// <summary>The histograms of one quantity, a curve a layer: the old heuristic on the left, the normalised initialisation on the right,
    /// on the same axes. Each histogram's highest bin is 1, so that widths compare.</summary>
    /// <param name="quantity">Which.</param>
    public Figure Histograms(GlorotQuantity quantity)
    {
        var (title, claim, axis) = quantity switch
        {
            GlorotQuantity.Activation =>
                (InitializationText.ActivationsTitle, InitializationText.ActivationsTitleHolds, InitializationText.ActivationAxis),
            GlorotQuantity.Delta => (InitializationText.DeltasTitle, InitializationText.DeltasTitleHolds, InitializationText.DeltaAxis),
            _ => (
                InitializationText.WeightGradientsTitle,
                InitializationText.WeightGradientsTitleHolds,
                InitializationText.WeightGradientAxis),
        };
        double reach = Inits.Max(init => First(init).Layers.Max(layer => layer.Of(quantity).Reach));
        return Charts.Figure.Row([.. Inits.Select(init => Histograms(init, quantity).XAxis(axis, min: -reach, max: reach))])
            .SharingYAxis()
            .SharingXAxis()
            .WithTitle(IsReproduced ? claim : title)
            .Subtitle(Text.Format(InitializationText.HistogramsSubtitle, Options.Width, Options.Images));
    }

    private static string Name(WeightInit init) =>
        init == WeightInit.Standard ? InitializationText.StandardName : InitializationText.NormalizedName;

    private GlorotNetwork First(WeightInit init) => Networks.First(network => network.Init == init);

    private Figure Histograms(WeightInit init, GlorotQuantity quantity)
    {
        var figure = Charts.Figure.Titled(Name(init)).YAxis(InitializationText.HeightAxis, min: 0, max: 1.05);
        foreach (var (layer, number) in First(init).Layers.Select((layer, index) => (layer.Of(quantity), index + 1)))
            figure = figure.Line(layer.Middles(), layer.Heights(), Text.Format(InitializationText.LayerName, number));
        return figure;
    }

    private Figure Panel(string title, GlorotQuantity quantity)
    {
        var (low, high) = Ends(quantity);
        double room = Math.Sqrt(RoomAbove * Enum.GetValues<GlorotQuantity>().Max(each => Ends(each).High / Ends(each).Low) / (high / low));
        var figure = Charts.Figure.Titled(title)
            .XAxis(InitializationText.HiddenLayerAxis)
            .YAxis(InitializationText.DeviationAxis, AxisScale.Log, low / room, high * room);
        var layers = Enumerable.Range(1, Options.Depth).ToArray();
        foreach (var init in Inits)
        {
            var range = Range(init, quantity).ToArray();
            figure = figure.Line(layers, range.Select(layer => layer.Mean), Name(init));
            if (Options.Runs > 1)
                figure = figure.Band(layers, range.Select(layer => layer.Smallest), range.Select(layer => layer.Largest));
        }

        if (quantity != GlorotQuantity.Delta)
            return figure;
        double top = Deviations(Inits[0], quantity)[^1];
        return figure.Published(
            layers,
            layers.Select(layer => top * Math.Pow(StandardFactor, (Options.Depth - layer) / 2.0)),
            InitializationText.ThirdName);
    }

    private (double Low, double High) Ends(GlorotQuantity quantity)
    {
        var all = Inits.SelectMany(init => Range(init, quantity)).ToArray();
        return (all.Min(layer => layer.Smallest), all.Max(layer => layer.Largest));
    }
}
