using System.Globalization;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Scripting.Magics;

/// <summary>The C# of a file that a cell imports.</summary>
internal static class ImportedFile
{
    /// <summary>Reads a notebook, or a file of C#.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="shown">What messages call it: the path as the cell gives it.</param>
    /// <returns>What is run of it, in order: what messages call it, and its text.</returns>
    /// <exception cref="MagicException">There is no such file, or it is of another kind.</exception>
    public static IReadOnlyList<(string Name, string Source)> Read(string path, string shown)
    {
        if (Path.HasExtension(path) && !File.Exists(path))
            throw new MagicException(MagicsText.ImportMissing, shown, path);

        try
        {
            switch (Path.GetExtension(path).ToLowerInvariant())
            {
                case ".ipynb":
                    var notebook = NotebookDocument.Load(path);
                    if (notebook.Language is { } language && language != CellLanguage.CSharp)
                        throw new MagicException(MagicsText.ImportLanguage, shown, language);

                    return
                    [
                        .. notebook.Cells.Select((cell, index) => (cell, number: index + 1))
                            .Where(entry => entry.cell.Kind == CellKind.Code && (entry.cell.Language ?? CellLanguage.CSharp) == CellLanguage.CSharp)
                            .Select(entry => (string.Format(CultureInfo.CurrentCulture, MagicsText.ImportedCell, shown, entry.number), entry.cell.Source)),
                    ];
                case ".cs" or ".csx":
                    return [(shown, File.ReadAllText(path))];
                default:
                    throw new MagicException(MagicsText.ImportKind, shown);
            }
        }
        catch (NotebookFormatException wrong)
        {
            throw new MagicException("{0}", wrong.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MagicException(MagicsText.ImportUnreadable, shown, exception.Message);
        }
    }
}
