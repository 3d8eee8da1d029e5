using Tortue.Cli.Errors;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Documents;

namespace Tortue.Cli.Demo;

/// <summary>What an instructor wants to know before a lecture: how long each cell takes with the results that are ready.</summary>
/// <param name="document">The notebook.</param>
/// <param name="first">How long each cell took in the first run.</param>
/// <param name="again">How long each took with the results of the first.</param>
internal sealed class DemoReport(NotebookDocument document, IReadOnlyList<CellTime> first, IReadOnlyList<CellTime> again)
{
    /// <summary>What still feels like an answer at once: 5 seconds.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Cells below this in both runs are only counted.
    private static readonly TimeSpan Worth = TimeSpan.FromSeconds(0.5);

    private const string Gap = "  ";

    /// <summary>The cells that take longer than <see cref="Patience"/> even so.</summary>
    public IReadOnlyList<CellTime> Slow => [.. again.Where(cell => cell.Time > Patience)];

    /// <summary>The tables and the sentences, line by line.</summary>
    public IEnumerable<string> Lines()
    {
        var before = first.ToDictionary(cell => cell.Number, cell => cell.Time);
        var told = again.Where(cell => cell.Time >= Worth || before[cell.Number] >= Worth).ToList();
        string[] head = [DemoText.CellColumn, DemoText.FirstColumn, DemoText.AgainColumn, DemoText.HeadingColumn];
        var rows = told.Select(cell => new[] { Id(cell), Quantities.Show(before[cell.Number]), Quantities.Show(cell.Time), cell.Heading });
        return
        [
            .. Table(head, rows),
            .. again.Count > told.Count ? [DemoText.OtherCells.With(again.Count - told.Count, Quantities.Show(Worth))] : Array.Empty<string>(),
            DemoText.Totals.With(Total(first), Total(again)),
            .. SlowLines(),
        ];
    }

    private IEnumerable<string> SlowLines() => Slow.Count == 0
        ? [DemoText.AllQuick.With(Patience.TotalSeconds)]
        :
        [
            DemoText.SomeSlow.With(Slow.Count, Patience.TotalSeconds),
            .. Table(
                [DemoText.CellColumn, DemoText.HeadingColumn, DemoText.SecondsColumn],
                Slow.Select(cell => new[] { Id(cell), cell.Heading, Quantities.Show(cell.Time) })),
        ];

    private string Id(CellTime cell) => $"{cell.Number} {document.Cells[cell.Number - 1].Id}";

    private static string Total(IEnumerable<CellTime> cells) => Quantities.Show(cells.Aggregate(TimeSpan.Zero, (sum, cell) => sum + cell.Time));

    private static IEnumerable<string> Table(string[] head, IEnumerable<string[]> rows)
    {
        string[][] all = [head, .. rows];
        if (all.Length == 1) return [];
        int[] widths = [.. Enumerable.Range(0, head.Length).Select(column => all.Max(row => row[column].Length))];
        return all.Select(row => string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
