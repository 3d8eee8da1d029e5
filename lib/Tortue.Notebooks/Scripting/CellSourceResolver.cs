using Microsoft.CodeAnalysis;

namespace Tortue.Notebooks.Scripting;

/// <summary>Finds the files of <c>#load</c> from the notebook's folder. Cells are no files: their names stay as they are, also in debug information.</summary>
internal sealed class CellSourceResolver(string workingDirectory) : SourceFileResolver([], workingDirectory)
{
    public override string? NormalizePath(string path, string? baseFilePath) =>
        Path.IsPathRooted(path) ? base.NormalizePath(path, baseFilePath) : path;
}
