namespace Tortue.Notebooks.Documents;

/// <summary>The white space of a notebook file. Front ends keep a file's indentation; Jupyter's own is one space.</summary>
internal sealed record NotebookLayout(string Indent, string NewLine)
{
    /// <summary>Reads the layout off the first two lines of a file.</summary>
    public static NotebookLayout Of(string json)
    {
        var lineEnd = json.IndexOf('\n');
        if (lineEnd < 0)
            return new NotebookLayout(" ", "\n");

        var newLine = lineEnd > 0 && json[lineEnd - 1] == '\r' ? "\r\n" : "\n";
        var indentEnd = lineEnd + 1;
        while (indentEnd < json.Length && json[indentEnd] is ' ' or '\t')
            indentEnd++;

        var indent = json[(lineEnd + 1)..indentEnd];
        return new NotebookLayout(indent.Length > 0 ? indent : " ", newLine);
    }
}
