using System.Net;
using System.Text;

namespace Tortue.Notebooks.Display;

/// <summary>Writes a value as HTML: tables with the page's own style. All text is escaped.</summary>
internal static class HtmlWriter
{
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
                html.Append("<table><tbody>");
                for (var i = 0; i < list.Items.Count; i++)
                    AppendRow(html, i.ToString(System.Globalization.CultureInfo.InvariantCulture), [list.Items[i]]);

                AppendMore(html.Append("</tbody></table>"), list.More);
                break;
            case ListView list:
                html.Append(list.IsTuple ? '(' : '[');
                AppendItems(html, list);
                html.Append(list.IsTuple ? ')' : ']');
                break;
            case ObjectView item:
                html.Append("<table>");
                if (item.TypeName.Length > 0)
                    html.Append("<caption>").Append(Escape(item.TypeName)).Append("</caption>");

                html.Append("<tbody>");
                foreach (var (name, value) in item.Members)
                    AppendRow(html, name, [value]);

                html.Append("</tbody></table>");
                break;
            case TableView table:
                html.Append("<table>");
                if (table.Columns.Count > 0)
                    html.Append("<thead><tr>").AppendJoin("", table.Columns.Select(name => $"<th>{Escape(name)}</th>")).Append("</tr></thead>");

                html.Append("<tbody>");
                foreach (var row in table.Rows)
                    AppendRow(html, null, row);

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

    private static void AppendRow(StringBuilder html, string? heading, IReadOnlyList<ValueView> cells)
    {
        html.Append("<tr>");
        if (heading is not null)
            html.Append("<th>").Append(Escape(heading)).Append("</th>");

        foreach (var cell in cells)
        {
            html.Append(cell is TextView { IsNumber: true } ? "<td style=\"text-align:right\">" : "<td>");
            Append(html, cell);
            html.Append("</td>");
        }

        html.Append("</tr>");
    }

    private static void AppendMore(StringBuilder html, string? more)
    {
        if (more is not null)
            html.Append("<p>").Append(Escape(more)).Append("</p>");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
