using System.Text;

namespace Tortue.Notebooks.Display;

/// <summary>Writes a value as text: one line where it is small, aligned columns for tables.</summary>
internal static class PlainTextWriter
{
    private const int MaxCellWidth = 60;

    /// <summary>Writes a value.</summary>
    public static string Write(ValueView view) => view is TableView table ? WriteTable(table) : Inline(view);

    private static string Inline(ValueView view) => view switch
    {
        TextView text => text.Text,
        ListView { IsTuple: true } tuple => $"({Join(tuple.Items, null)})",
        ListView list => $"[{Join(list.Items, list.More)}]",
        ObjectView item => $"{item.TypeName} {{ {string.Join(", ", item.Members.Select(member => $"{member.Name} = {Inline(member.Value)}").Append(item.More).OfType<string>())} }}".TrimStart(),
        TableView table => $"[{string.Join(", ", table.Rows.Select(row => $"({Join(row, null)})").Append(table.More).OfType<string>())}]",
        _ => "",
    };

    private static string Join(IEnumerable<ValueView> items, string? more) => string.Join(", ", items.Select(Inline).Append(more).OfType<string>());

    private static string WriteTable(TableView table)
    {
        var rows = table.Rows.Select(row => row.Select(cell => (Text: Cut(Inline(cell)), IsNumber: cell is TextView { IsNumber: true })).ToList()).ToList();
        if (table.Columns.Count > 0)
            rows.Insert(0, [.. table.Columns.Select((name, column) => (name, rows.Count > 0 && rows[0][column].IsNumber))]);

        var columnCount = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        var widths = Enumerable.Range(0, columnCount).Select(column => rows.Max(row => column < row.Count ? row[column].Text.Length : 0)).ToList();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => cell.IsNumber ? cell.Text.PadLeft(widths[column]) : cell.Text.PadRight(widths[column]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        if (table.Caption.Length > 0)
            text.Insert(0, table.Caption + "\n");

        return text.Append(table.More).ToString().TrimEnd('\n');
    }

    private static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= MaxCellWidth ? line : line[..(MaxCellWidth - 1)] + "…";
    }
}
