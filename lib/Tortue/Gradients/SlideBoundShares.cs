using Tortue.Charts;
using Tortue.Display;
using Tortue.Models;

namespace Tortue.Gradients;

/// <summary>How often random networks break the slide's bound.</summary>
/// <param name="Activation">The activation of the networks.</param>
/// <param name="Networks">Networks of each size.</param>
/// <param name="Gain">Standard deviation of their weights times √width.</param>
/// <param name="Cells">One for each depth and width.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record SlideBoundShares(Activation Activation, int Networks, double Gain, IReadOnlyList<SlideBoundShare> Cells) : IMimeBundle
{
    /// <summary>The share over the depth, one curve for each width.</summary>
    public Figure Figure()
    {
        var figure = Charts.Figure
            .Titled(GradientsText.SharesTitle)
            .Subtitle(Text.Format(GradientsText.SharesSubtitle, Networks, Activation, Gain))
            .XAxis(GradientsText.DepthAxis)
            .YAxis(GradientsText.SharesAxis, min: 0, max: 1.02);
        return Cells.GroupBy(cell => cell.Width).Aggregate(figure, (drawn, curve) => drawn.Line(
            curve.Select(cell => cell.Depth), curve.Select(cell => cell.Share), Text.Format(GradientsText.WidthName, curve.Key)));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();
}
