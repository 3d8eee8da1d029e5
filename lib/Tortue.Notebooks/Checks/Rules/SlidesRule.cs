using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Checks.Rules;

/// <summary>A chapter has a track of slides for a lecture of an hour, from the title to what is to be remembered.</summary>
internal sealed class SlidesRule : NotebookRule
{
    private const int Fewest = 10;
    private const int Most = 20;

    // What a lecture does not show.
    private static readonly string[] Hidden = ["instructor", "remove-cell"];

    /// <inheritdoc/>
    public override string Name => "slides";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter)
    {
        var cells = chapter.Document.Cells;
        var slides = cells.Count(SlideTrack.Begins);
        if (slides == 0)
            return [InFile(ChecksText.NoTrack, Fewest, Most)];
        var count = slides is < Fewest or > Most ? new[] { InFile(ChecksText.TrackLength, slides, Fewest, Most) } : [];
        return [.. count, .. CheckTypes(cells), .. CheckBeginning(cells), .. CheckSlides(cells)];
    }

    private IEnumerable<CheckFinding> CheckTypes(IReadOnlyList<NotebookCell> cells)
    {
        foreach (var cell in cells)
        {
            if (SlideTrack.TypeOf(cell) is { } type && !SlideTrack.Types.Contains(type))
                yield return In(cell, ChecksText.UnknownSlideType, type, string.Join(", ", SlideTrack.Types.SkipLast(1)));
            if (cell.Tags.Contains("instructor") && !SlideTrack.IsAside(cell))
                yield return In(cell, ChecksText.InstructorOnSlide);
        }
        var setup = cells.FirstOrDefault(cell => cell.Kind == CellKind.Code);
        if (setup is not null && SlideTrack.TypeOf(setup) != "skip")
            yield return In(setup, ChecksText.SetupOnSlide);
    }

    private IEnumerable<CheckFinding> CheckBeginning(IReadOnlyList<NotebookCell> cells)
    {
        foreach (var cell in cells.TakeWhile(cell => !SlideTrack.Begins(cell)).Where(cell => !SlideTrack.IsAside(cell)))
            yield return In(cell, ChecksText.BeforeFirstSlide);
        var first = cells.First(SlideTrack.Begins);
        if (SlideTrack.TypeOf(first) != "slide" || !first.Source.StartsWith("# ", StringComparison.Ordinal))
            yield return In(first, ChecksText.NoTitleSlide);
    }

    private IEnumerable<CheckFinding> CheckSlides(IReadOnlyList<NotebookCell> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (!SlideTrack.Begins(cells[i]))
                continue;
            var rest = cells.Skip(i + 1).TakeWhile(cell => !SlideTrack.Begins(cell)).Where(cell => !SlideTrack.IsAside(cell));
            if (!rest.Prepend(cells[i]).Any(IsShown))
                yield return In(cells[i], ChecksText.EmptySlide);
        }
    }

    private static bool IsShown(NotebookCell cell) => !string.IsNullOrWhiteSpace(cell.Source) && !cell.Tags.Intersect(Hidden).Any();
}
