using Tortue.Charts;
using Tortue.Models;

namespace Tortue.Initialization;

public sealed partial record SaturationResult
{
    /// <summary>Over training, a curve a hidden layer: the mean activation of sigmoid, and the saturated share of tanh and of
    /// softsign.</summary>
    public Figure Figure() => Charts.Figure.Row(
            Panel(Activation.Sigmoid, InitializationText.SigmoidPanel, values => values.Mean)
                .YAxis(InitializationText.MeanActivationAxis, min: 0, max: 1),
            Panel(Activation.Tanh, InitializationText.TanhPanel, values => values.Saturated)
                .YAxis(InitializationText.SaturatedAxis, min: 0, max: 1),
            Panel(Activation.Softsign, InitializationText.SoftsignPanel, values => values.Saturated)
                .YAxis(InitializationText.SaturatedAxis, min: 0, max: 1))
        .WithTitle(SigmoidFalls() && TanhByLayer() ? InitializationText.SaturationTitleHolds : InitializationText.SaturationTitle)
        .Subtitle(Text.Format(InitializationText.SaturationSubtitle, Options.Width, Options.BatchSize, Options.Runs));

    /// <summary>Over training, a curve a hidden layer: the standard deviation of the activations of tanh and of softsign.</summary>
    public Figure Deviations() => Charts.Figure.Row(
            Panel(Activation.Tanh, Activation.Tanh.Name, values => values.Deviation)
                .YAxis(InitializationText.SpreadAxis, min: 0, max: 1),
            Panel(Activation.Softsign, Activation.Softsign.Name, values => values.Deviation))
        .SharingYAxis()
        .WithTitle(InitializationText.SpreadTitle)
        .Subtitle(Text.Format(InitializationText.SaturationSubtitle, Options.Width, Options.BatchSize, Options.Runs));

    private Figure Panel(Activation activation, string title, Func<LayerActivity, double> quantity)
    {
        var figure = Charts.Figure.Titled(title).XAxis(InitializationText.ThousandStepsAxis);
        var steps = Of(activation)[0].Points.Select(point => point.Step / 1000.0).ToArray();
        foreach (int layer in Layers(activation))
            figure = figure.Line(steps, Curve(activation, layer, quantity), Text.Format(InitializationText.LayerName, layer + 1));
        return figure;
    }
}
