using System.Globalization;
using System.Net;
using System.Text;

namespace Tortue.Notebooks.Display;

/// <summary>
/// Writes a value as HTML. All text is escaped. Front ends style tables in their own ways or not at all, and take away style sheets: what makes a table
/// readable stands with each cell, and colours are the page's.
/// </summary>
internal static class HtmlWriter
{
    private const string Table = "<table style=\"border-collapse:collapse;font-variant-numeric:tabular-nums\">";
    private const string Cell = "vertical-align:top;padding:.15em .9em .15em 0;text-align:";
    private const string Rule = "border-bottom:1px solid;";

    /// <summary>Writes a value.</summary>
    public static string Write(ValueView view)
    {
        var html = new StringBuilder();
        html.Append("<div class=\"tortue-value\">");
        Append(html, view);
        return html.Append("</div>").ToString();
    }

    private static void Append(StringBuilder html, ValueView view)
    {
        switch (view)
        {
            case TextView text:
                html.Append(Escape(text.Text));
                break;
            case ListView { IsTuple: false } list when list.Items.Any(item => item is not TextView):
                html.Append(Table).Append("<tbody>");
                for (var i = 0; i < list.Items.Count; i++)
                    AppendRow(html, i.ToString(CultureInfo.InvariantCulture), [list.Items[i]]);

                AppendMore(html.Append("</tbody></table>"), list.More);
                break;
            case ListView list:
                html.Append(list.IsTuple ? '(' : '[');
                AppendItems(html, list);
                html.Append(list.IsTuple ? ')' : ']');
                break;
            case ObjectView item:
                AppendCaption(html.Append(Table), item.TypeName);
                html.Append("<tbody>");
                foreach (var (name, value) in item.Members)
                    AppendRow(html, name, [value]);

                AppendMore(html.Append("</tbody></table>"), item.More);
                break;
            case TableView table:
                AppendCaption(html.Append(Table), table.Caption);
                var isNumber = Enumerable.Range(0, table.Rows.Select(row => row.Count).DefaultIfEmpty().Max()).Select(column => HasNumbers(table, column)).ToList();
                AppendHead(html, table, isNumber);
                html.Append("<tbody>");
                foreach (var row in table.Rows)
                    AppendRow(html, null, row, isNumber);

                AppendMore(html.Append("</tbody></table>"), table.More);
                break;
        }
    }

    private static void AppendItems(StringBuilder html, ListView list)
    {
        var separator = "";
        foreach (var item in list.Items)
        {
            html.Append(separator);
            Append(html, item);
            separator = ", ";
        }

        if (list.More is not null)
            html.Append(separator).Append(Escape(list.More));
    }

    private static void AppendCaption(StringBuilder html, string caption)
    {
        if (caption.Length > 0)
            html.Append("<caption style=\"caption-side:top;text-align:left;white-space:nowrap\">").Append(Escape(caption)).Append("</caption>");
    }

    private static void AppendHead(StringBuilder html, TableView table, List<bool> isNumber)
    {
        if (table.Columns.Count == 0)
            return;

        html.Append("<thead><tr>");
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var side = isNumber.Count > column && isNumber[column] ? "right" : "left";
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" style=\"{Rule}{Cell}{side}\">{Escape(table.Columns[column])}</th>");
        }

        html.Append("</tr></thead>");
    }

    private static void AppendRow(StringBuilder html, string? heading, IReadOnlyList<ValueView> cells, List<bool>? isNumber = null)
    {
        html.Append("<tr>");
        if (heading is not null)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"row\" style=\"{Cell}left\">{Escape(heading)}</th>");

        for (var column = 0; column < cells.Count; column++)
        {
            var side = isNumber?[column] is true ? "right" : "left";
            var lines = cells[column] is TextView text && text.Text.Contains('\n', StringComparison.Ordinal) ? ";white-space:pre-wrap" : "";
            html.Append(CultureInfo.InvariantCulture, $"<td style=\"{Cell}{side}{lines}\">");
            Append(html, cells[column]);
            html.Append("</td>");
        }

        html.Append("</tr>");
    }

    /// <summary>Whether a column holds numbers alone, apart from places where nothing is.</summary>
    private static bool HasNumbers(TableView table, int column)
    {
        var cells = table.Rows.Where(row => row.Count > column).Select(row => row[column]).ToList();
        return cells.Any(IsNumber) && cells.TrueForAll(cell => IsNumber(cell) || cell is TextView { Text: "" or "null" });

        static bool IsNumber(ValueView cell) => cell is TextView { IsNumber: true };
    }

    private static void AppendMore(StringBuilder html, string? more)
    {
        if (more is not null)
            html.Append("<p style=\"margin:.3em 0\">").Append(Escape(more)).Append("</p>");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
