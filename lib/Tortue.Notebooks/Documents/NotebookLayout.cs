namespace Tortue.Notebooks.Documents;

/// <summary>The white space of a notebook file. Front ends keep a file's indentation; Jupyter's own is one space.</summary>
/// <param name="Indent">What a level is indented by.</param>
/// <param name="NewLine">What ends a line.</param>
/// <param name="End">What ends the file: a line's end, or nothing.</param>
internal sealed record NotebookLayout(string Indent, string NewLine, string End)
{
    /// <summary>Reads the layout off the first two lines and the end of a file.</summary>
    public static NotebookLayout Of(string json)
    {
        var lineEnd = json.IndexOf('\n');
        if (lineEnd < 0)
            return new NotebookLayout(" ", "\n", "\n");

        var newLine = lineEnd > 0 && json[lineEnd - 1] == '\r' ? "\r\n" : "\n";
        var indentEnd = lineEnd + 1;
        while (indentEnd < json.Length && json[indentEnd] is ' ' or '\t')
            indentEnd++;

        var indent = json[(lineEnd + 1)..indentEnd];
        return new NotebookLayout(indent.Length > 0 ? indent : " ", newLine, json.EndsWith('\n') ? newLine : "");
    }
}
