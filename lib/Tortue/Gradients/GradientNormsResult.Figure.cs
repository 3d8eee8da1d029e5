using Tortue.Charts;
using Tortue.Display;
using Tortue.Models;

namespace Tortue.Gradients;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record GradientNormsResult
{
    // Sigmoid's gradients fall to 10⁻⁴⁰; what happens below this is the same straight line.
    private const double Lowest = 1e-22;
    private const double Highest = 1e8;

    /// <summary>‖δ^l‖ / ‖δ^L‖ over the layers, a panel for each activation and a curve for each arm; dashed what infinitely wide networks
    /// do.</summary>
    public Figure Figure() => Panels(
        GradientsText.GradientNormsTitle,
        activation => Panel(activation, curve => curve.Errors, theory: true)
            .YAxis(GradientsText.ErrorRatioAxis, AxisScale.Log, Lowest, Highest));

    /// <summary>‖∂C/∂W^l‖ over the layers: what an optimiser sees.</summary>
    public Figure WeightFigure() => Panels(
        GradientsText.WeightGradientsTitle,
        activation => Panel(activation, curve => curve.WeightGradients, theory: false)
            .YAxis(GradientsText.WeightGradientAxis, AxisScale.Log, Lowest, 100 * Highest));

    /// <summary>The mean square of h^l over the layers, of the arms whose weights are made for the activation: the forward pass.</summary>
    public Figure ForwardFigure() => Panels(
        GradientsText.ForwardTitle,
        activation => Panel(activation, curve => curve.MeanSquares, theory: false)
            .YAxis(GradientsText.MeanSquareAxis, AxisScale.Log, 1e-6, 1e18));

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private Figure Panels(string title, Func<Activation, Figure> panel)
    {
        Figure[] panels = [.. Options.Activations.Select(panel)];
        var figure = panels.Length == 1 ? panels[0] : Charts.Figure.Row(panels).SharingYAxis();
        return figure.WithTitle(title)
            .Subtitle(Text.Format(GradientsText.GradientNormsSubtitle, Options.Networks, Options.Depth, Options.Width));
    }

    private Figure Panel(Activation activation, Func<GradientNormsCurve, LayerBand> quantity, bool theory)
    {
        var layers = Enumerable.Range(1, Options.Depth).ToArray();
        var figure = Charts.Figure.Titled(activation.Name).XAxis(GradientsText.LayerAxis);
        foreach (var curve in Curves.Where(curve => curve.Activation == activation))
        {
            var band = quantity(curve);
            figure = figure.Line(layers, band.Median, Name(curve.Arm)).Band(layers, band.Low, band.High);
        }

        if (!theory)
            return figure;
        foreach (var curve in Curves.Where(curve => curve.Activation == activation && !ArmNetwork.HasBatchNorm(curve.Arm)))
        {
            var norms = MeanField.ErrorNorms(
                activation, Gain(curve), curve.MeanSquares.Median[0], Options.Depth, ArmNetwork.IsResidual(curve.Arm));
            figure = figure.Published(layers, norms, GradientsText.MeanFieldCurve);
        }

        return figure;
    }

    private static string Name(GradientArm arm) => arm switch
    {
        GradientArm.Default => GradientsText.DefaultArm,
        GradientArm.GoodInit => GradientsText.GoodInitArm,
        GradientArm.BatchNorm => GradientsText.BatchNormArm,
        GradientArm.Residual => GradientsText.ResidualArm,
        _ => GradientsText.ResidualBatchNormArm,
    };
}
