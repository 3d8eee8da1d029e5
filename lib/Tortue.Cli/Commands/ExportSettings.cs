using Tortue.Notebooks.Handouts;

namespace Tortue.Cli.Commands;

/// <summary>What an export makes of each notebook.</summary>
/// <param name="Variants">For whom the pages are, at least one.</param>
/// <param name="Solutions">What they show of the solutions; null for what each variant shows by itself.</param>
/// <param name="SharesAssets">Whether scripts and style sheets lie once beside the pages rather than in each.</param>
/// <param name="Prints">Whether each page becomes a PDF too.</param>
internal sealed record ExportSettings(
    IReadOnlyList<HandoutVariant> Variants, SolutionDisplay? Solutions, bool SharesAssets, bool Prints)
{
    /// <summary>Whether a browser is of use.</summary>
    public bool NeedsBrowser => Prints || Variants.Contains(HandoutVariant.Print);
}
