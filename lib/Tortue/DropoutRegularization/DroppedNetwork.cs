using Tortue.Charts;

namespace Tortue.DropoutRegularization;

/// <summary>A fully connected network as a picture, without dropout and with it, at several minibatches.</summary>
public static class DroppedNetwork
{
    // Points along a drawn weight: a straight line of two would do, but longer series are drawn without marks.
    private const int PointsOfAWeight = 4;

    private static readonly TimeSpan FrameTime = TimeSpan.FromSeconds(1.2);

    /// <summary>
    /// All units and weights on the left; on the right those that a minibatch trains, with a film over several minibatches. A dropped unit
    /// is crossed out, and the weights into it and out of it are gone. Outputs are never dropped.
    /// </summary>
    /// <param name="options">Sizes of the layers, rates, minibatches and seed; those of <see cref="DroppedNetworkOptions"/> when
    /// omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public static Figure Figure(DroppedNetworkOptions? options = null)
    {
        options ??= new();
        options.Validate();
        var masks = options.Masks();
        bool[][] all = [.. options.Layers.Select(size => Enumerable.Repeat(true, size).ToArray())];
        var whole = Axes(Charts.Figure.Titled(DropoutRegularizationText.NetworkWithout), options);
        var thinned = Axes(Charts.Figure.Titled(DropoutRegularizationText.NetworkWith), options);
        return Charts.Figure.Row(Network(whole, all), thinned)
            .SharingYAxis()
            .WithAnimation(
                DropoutRegularizationText.NetworkMinibatch,
                masks.Select((mask, m) => (Text.Format("{0}", m + 1), Charts.Figure.Row(new Figure(), Network(new Figure(), mask)))),
                FrameTime)
            .WithTitle(DropoutRegularizationText.NetworkTitle)
            .Subtitle(Text.Format(
                DropoutRegularizationText.NetworkSubtitle,
                options.InputRate,
                options.HiddenRate,
                WeightsOf(masks[0]),
                WeightsOf(all)))
            .WithAlt(Text.Format(DropoutRegularizationText.NetworkAlt, WeightsOf(all), masks.Count));
    }

    /// <summary>How many weights, biases not counted, join two units that are both kept.</summary>
    /// <param name="kept">Layer by layer, whether each unit is kept.</param>
    internal static int WeightsOf(IReadOnlyList<bool[]> kept) =>
        kept.Zip(kept.Skip(1), (from, to) => from.Count(unit => unit) * to.Count(unit => unit)).Sum();

    private static Figure Axes(Figure figure, DroppedNetworkOptions options) => figure
        .XAxis(DropoutRegularizationText.NetworkLayerAxis, min: -0.3, max: options.Layers.Count - 0.7)
        .YAxis(DropoutRegularizationText.NetworkUnitAxis, min: -0.5 * options.Layers.Max() - 0.2, max: 0.5 * options.Layers.Max() + 0.2);

    // Units before weights in the legend's order would be nicer, but the first series is the one that is drawn without marks.
    private static Figure Network(Figure figure, IReadOnlyList<bool[]> kept)
    {
        var (x, y) = Weights(kept);
        figure = figure.Line(x, y, DropoutRegularizationText.NetworkWeights, SeriesColor.Blue);
        figure = Units(figure, kept, true, DropoutRegularizationText.NetworkKept, SeriesColor.Blue, "circle");
        return Units(figure, kept, false, DropoutRegularizationText.NetworkDropped, SeriesColor.Vermillion, "x");
    }

    private static (List<double> X, List<double> Y) Weights(IReadOnlyList<bool[]> kept)
    {
        // A gap first, so that a network without any weights has a point too.
        List<double> x = [double.NaN], y = [double.NaN];
        for (int layer = 0; layer + 1 < kept.Count; layer++)
        {
            foreach (var (from, to) in
                from i in Enumerable.Range(0, kept[layer].Length)
                where kept[layer][i]
                from j in Enumerable.Range(0, kept[layer + 1].Length)
                where kept[layer + 1][j]
                select (Height(kept[layer], i), Height(kept[layer + 1], j)))
            {
                for (int step = 0; step < PointsOfAWeight; step++)
                {
                    double share = step / (PointsOfAWeight - 1.0);
                    x.Add(layer + share);
                    y.Add(from + share * (to - from));
                }

                x.Add(double.NaN);
                y.Add(double.NaN);
            }
        }

        return (x, y);
    }

    private static Figure Units(Figure figure, IReadOnlyList<bool[]> kept, bool which, string name, SeriesColor color, string symbol)
    {
        var units = (
            from layer in Enumerable.Range(0, kept.Count)
            from unit in Enumerable.Range(0, kept[layer].Length)
            where kept[layer][unit] == which
            select (X: (double)layer, Y: Height(kept[layer], unit))).DefaultIfEmpty((X: double.NaN, Y: double.NaN)).ToArray();
        return figure.Symbols(units.Select(unit => unit.X), units.Select(unit => unit.Y), name, color, symbol);
    }

    // Layers of any size are centred on the same height.
    private static double Height(bool[] layer, int unit) => (layer.Length - 1) / 2.0 - unit;
}
