using Tortue.Charts;
using Tortue.Display;

namespace Tortue.Gradients;

/// <summary>What <see cref="TransposeSlip"/> found.</summary>
/// <param name="Networks">Networks of each kind.</param>
/// <param name="Square">The layers of networks with independent square weights.</param>
/// <param name="Symmetric">The layers of networks whose weights above the first layer are symmetric matrices.</param>
/// <param name="ShapeError">What the engine says when the order is tried on a layer whose weights are not square.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record TransposeSlipResult(
    int Networks, IReadOnlyList<TransposeSlipRow> Square, IReadOnlyList<TransposeSlipRow> Symmetric, string ShapeError) : IMimeBundle
{
    // Errors of rounding can be exactly 0, which a logarithmic axis has no place for.
    private const double Floor = 1e-17;

    /// <summary>Relative error of both orders over the layers, for square and for symmetric weights.</summary>
    public Figure Figure() => Charts.Figure.Row(
            Panel(GradientsText.TransposeSquare, Square),
            Panel(GradientsText.TransposeSymmetric, Symmetric))
        .SharingYAxis()
        .WithTitle(GradientsText.TransposeTitle)
        .Subtitle(Text.Format(GradientsText.TransposeSubtitle, Networks));

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private static Figure Panel(string title, IReadOnlyList<TransposeSlipRow> rows)
    {
        var layers = rows.Select(row => row.Layer).ToArray();
        return Charts.Figure.Titled(title)
            .Line(layers, rows.Select(row => Math.Max(row.Slide, Floor)), GradientsText.SlideOrder, SeriesColor.Vermillion)
            .Line(layers, rows.Select(row => Math.Max(row.Right, Floor)), GradientsText.RightOrder, SeriesColor.Blue)
            .XAxis(GradientsText.LayerAxis)
            .YAxis(GradientsText.RelativeErrorAxis, AxisScale.Log, 1e-17, 10);
    }
}
