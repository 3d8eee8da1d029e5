using System.Net;

namespace Tortue.Display;

/// <summary>A small table of texts.</summary>
/// <param name="Caption">What the table shows.</param>
/// <param name="Head">A title for each column.</param>
/// <param name="Rows">As many texts in each row as there are columns.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record TextTable(string Caption, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) : IMimeBundle
{
    private const string Gap = "  ";

    /// <summary>The table as HTML and as text.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => new Dictionary<string, string>
    {
        [MimeTypes.Html] = ToHtml(),
        [MimeTypes.PlainText] = ToString(),
    };

    /// <summary>The table as HTML.</summary>
    public string ToHtml()
    {
        var head = Head.Select(title => $"<th scope=\"col\">{WebUtility.HtmlEncode(title)}</th>");
        var rows = Rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>"))}</tr>");
        return $"<table class=\"tortue-table\"><caption>{WebUtility.HtmlEncode(Caption)}</caption>"
            + $"<thead><tr>{string.Concat(head)}</tr></thead><tbody>{string.Concat(rows)}</tbody></table>";
    }

    /// <summary>The table as lines of text, each column as wide as its widest text.</summary>
    public override string ToString()
    {
        IReadOnlyList<string>[] all = [Head, .. Rows];
        var widths = Head.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        return string.Join(
            '\n', [Caption, .. all.Select(row => string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd())]);
    }
}
