using Tortue.Charts;
using Tortue.Models;

namespace Tortue.Initialization;

public sealed partial record VariancePropagationResult
{
    // Where a figure of many pairs ends: a signal that leaves it has vanished or exploded, and by how much the table says.
    private const double LowEnd = 1e-12, HighEnd = 1e4;

    /// <summary>
    /// The variances over the layers, forward on the left, backward on the right. When there are several activations, a slider chooses one;
    /// what falls below 10^−12 has left the chart.
    /// </summary>
    public Figure Figure()
    {
        var activations = Curves.Select(curve => curve.Pair.Activation).Distinct().ToArray();
        return activations.Length == 1
            ? Figure(activations[0])
            : Empty(LowEnd, HighEnd)
                .WithSlider(InitializationText.ActivationSlider, activations, activation => Panels(Of(activation), InitName, LowEnd, HighEnd))
                .WithTitle(InitializationText.PropagationTitle)
                .Subtitle(Settings);
    }

    /// <summary>The variances over the layers with one activation, forward on the left, backward on the right.</summary>
    /// <param name="activation">An activation that was run.</param>
    /// <exception cref="ArgumentException">It was not run.</exception>
    public Figure Figure(Activation activation)
    {
        var curves = Of(activation);
        return curves.Count == 0
            ? throw new ArgumentException(
                Text.Format(InitializationText.NotMeasured, activation, string.Join(", ", Curves.Select(curve => curve.Pair))))
            : Panels(curves, InitName)
                .WithTitle(Text.Format(InitializationText.PropagationTitleOf, activation))
                .Subtitle(Settings);
    }

    /// <summary>
    /// The variances over the layers with a slider over the gain σ_w = √(n Var w) of normal weights, one line for each activation. For a run
    /// with <see cref="VariancePropagationOptions.Gains"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">Fewer than two gains were run.</exception>
    public Figure GainFigure()
    {
        var gains = Curves
            .GroupBy(curve => Math.Round(Math.Sqrt(curve.Pair.Init.Variance(1, 1)), 6))
            .OrderBy(group => group.Key)
            .ToArray();
        return gains.Length < 2
            ? throw new InvalidOperationException(InitializationText.NoGains)
            : Empty(LowEnd, 1 / LowEnd)
                .WithSlider(
                    InitializationText.GainSlider,
                    gains.Select(group => (
                        Text.Format("{0:G4}", group.Key),
                        Panels([.. group], curve => curve.Pair.Activation.Name, LowEnd, 1 / LowEnd))))
                .WithTitle(InitializationText.GainTitle)
                .Subtitle(Settings);
    }

    /// <summary>
    /// Var z over the layers with Glorot's weights for every odd activation that was run, beside the short calculation of exercise 2.1, in
    /// which nothing is lost (box "Careful" 3).
    /// </summary>
    /// <exception cref="InvalidOperationException">No such pair was run.</exception>
    public Figure LinearRegimeFigure()
    {
        var curves = Curves.Where(curve => IsGlorot(curve.Pair) && curve.Pair.Activation.IsOdd).ToArray();
        if (curves.Length == 0)
            throw new InvalidOperationException(InitializationText.NoGlorot);
        var figure = Charts.Figure.Titled(InitializationText.LinearTitle).Subtitle(Settings)
            .XAxis(InitializationText.LayerAxis)
            .YAxis(InitializationText.ForwardAxis, AxisScale.Log);
        foreach (var curve in curves)
        {
            var predicted = VarianceTheory.Predict(curve.Pair, Options.Widths).Forward;
            figure = Signal(figure, curve.Forward, predicted, curve.Pair.Activation.Name);
        }

        double short1 = VarianceTheory.LinearRegime(curves[0].Pair, Options.Widths).Forward[^1];
        return figure.HorizontalLine(short1, InitializationText.LinearLine);
    }

    private string Settings => Text.Format(InitializationText.PropagationSubtitle, Options.Networks, Options.Depth, WidthWords);

    private static string InitName(SignalCurve curve) => curve.Pair.InitName;

    private static Figure Empty(double low, double high) => Charts.Figure.Row(
            Panel(InitializationText.ForwardPanel, low, high), Panel(InitializationText.BackwardPanel, low, high))
        .SharingYAxis();

    // Named below, since a legend stands above.
    private static Figure Panel(string axis, double? low, double? high) => new Figure()
        .XAxis(axis)
        .YAxis(InitializationText.VarianceAxis, AxisScale.Log, low, high);

    private IReadOnlyList<SignalCurve> Of(Activation activation) => [.. Curves.Where(curve => curve.Pair.Activation == activation)];

    private Figure Panels(IReadOnlyList<SignalCurve> curves, Func<SignalCurve, string> name, double? low = null, double? high = null)
    {
        var (forward, backward) = (Panel(InitializationText.ForwardPanel, low, high), Panel(InitializationText.BackwardPanel, low, high));
        foreach (var curve in curves)
        {
            var predicted = VarianceTheory.Predict(curve.Pair, Options.Widths);
            forward = Signal(forward, curve.Forward, predicted.Forward, name(curve));
            backward = Signal(backward, curve.Backward, predicted.Backward, name(curve));
        }

        return Charts.Figure.Row(forward, backward).SharingYAxis();
    }

    private static Figure Signal(Figure figure, IReadOnlyList<LayerSpread> layers, IReadOnlyList<double> predicted, string name)
    {
        int[] l = [.. Enumerable.Range(1, layers.Count)];
        return figure
            .Line(l, layers.Select(layer => Math.Exp(layer.LogVariance())), name)
            .Band(l, layers.Select(layer => Math.Exp(layer.Quantile10)), layers.Select(layer => Math.Exp(layer.Quantile90)))
            .Published(l, predicted, InitializationText.PredictedLine);
    }
}
