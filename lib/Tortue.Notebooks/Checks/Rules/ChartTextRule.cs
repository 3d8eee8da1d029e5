namespace Tortue.Notebooks.Checks.Rules;

/// <summary>Every chart has a title, and says in words what it shows to those who do not see it.</summary>
internal sealed class ChartTextRule : NotebookRule
{
    private const int ShortestAlt = 40;

    /// <inheritdoc/>
    public override string Name => "chart-text";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter)
    {
        foreach (var chart in chapter.Charts ?? [])
        {
            if (chart.Title.Length == 0)
                yield return In(chart.Cell, ChecksText.ChartWithoutTitle);
            if (chart.Alt.Length <= ShortestAlt || chart.Alt == chart.Title)
                yield return In(chart.Cell, ChecksText.ChartWithoutAlt, chart.Title, ShortestAlt);
        }
    }
}
