namespace Tortue.Notebooks.Checks.Rules;

/// <summary>Every axis and every bar of colours has a title with its unit.</summary>
internal sealed class ChartAxesRule : NotebookRule
{
    /// <inheritdoc/>
    public override string Name => "chart-axes";

    /// <inheritdoc/>
    public override IEnumerable<CheckFinding> Check(CheckedChapter chapter)
    {
        foreach (var chart in chapter.Charts ?? [])
        {
            foreach (var (axis, title) in ChartAxes.Of(chart))
            {
                if (title.Length == 0)
                    yield return In(chart.Cell, ChecksText.AxisWithoutTitle, chart.Title, axis);
                else if (!ChartAxes.HasUnit(chart, axis, title))
                    yield return In(chart.Cell, ChecksText.AxisWithoutUnit, chart.Title, axis, title);
            }
        }
    }
}
