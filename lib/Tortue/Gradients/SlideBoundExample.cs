using Tortue.Charts;
using Tortue.Display;

namespace Tortue.Gradients;

/// <summary>A network with an example, and how its errors stand to the slide's bound and to the right ones.</summary>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record SlideBoundExample : IMimeBundle
{
    /// <summary>Computes errors and bounds of a network for one example.</summary>
    /// <param name="network">At least three layers.</param>
    /// <param name="x">The example.</param>
    /// <param name="y">What it should give.</param>
    /// <param name="number">Which of the networks that were tried it is, counted from 1.</param>
    public SlideBoundExample(DenseNetwork network, double[] x, double[] y, int number = 1)
    {
        (Network, Input, Target, Number) = (network, x, y, number);
        Layers = ErrorBounds.Of(network, x, y);
    }

    /// <summary>The network.</summary>
    public DenseNetwork Network { get; }

    /// <summary>The example x.</summary>
    public double[] Input { get; }

    /// <summary>The target y.</summary>
    public double[] Target { get; }

    /// <summary>Which of the networks that were tried it is, counted from 1.</summary>
    public int Number { get; }

    /// <summary>Errors and bounds of layers 1 … L.</summary>
    public IReadOnlyList<ErrorBounds> Layers { get; }

    /// <summary>The smallest ratio of ‖δ^l‖ to the slide's bound among the layers 1 … L − 2: above 1, all of these break it.</summary>
    public double Excess => Layers.SkipLast(2).Min(layer => layer.ErrorNorm / layer.SlideNorm);

    /// <summary>The norm of the error over the layers, and the three bounds.</summary>
    public Figure Figure()
    {
        var layers = Layers.Select(layer => layer.Layer).ToArray();
        return Charts.Figure
            .Titled(GradientsText.SlideBoundTitle)
            .Subtitle(Text.Format(
                GradientsText.SlideBoundSubtitle, Network.Activation, Network.Depth, Network.Width(1), Excess))
            .Line(layers, Layers.Select(layer => layer.ErrorNorm), GradientsText.TrueError, SeriesColor.Blue)
            .Line(layers, Layers.Select(layer => layer.SlideNorm), GradientsText.SlideBoundCurve, SeriesColor.Vermillion)
            .Line(layers, Layers.Select(layer => layer.InsideNorm), GradientsText.InsideBoundCurve, SeriesColor.Green)
            .Line(layers, Layers.Select(layer => layer.Operator), GradientsText.OperatorBoundCurve, SeriesColor.Purple)
            .XAxis(GradientsText.LayerAxis)
            .YAxis(GradientsText.ErrorNormAxis, AxisScale.Log);
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();
}
