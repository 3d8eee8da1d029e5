using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Scripting;

namespace Tortue.Cli.Chapters;

/// <summary>
/// What the outputs of a notebook depend on, as one key: its code but not its text, the files that its code names, this program, the
/// course's data, the real data sets that are there, and the results that it is given. Files are read once for all keys of one object.
/// </summary>
/// <param name="dataSets">The real data sets as a notebook in a folder finds them.</param>
internal sealed class ChapterKey(Func<string, DataStore> dataSets)
{
    private const string Version = "run of a notebook, 1";

    // What an experiment that was stopped keeps for the next time.
    private const string Unfinished = ".partial.jsonl";

    private readonly Dictionary<string, string> _digests = [];

    /// <summary>The key of a notebook.</summary>
    /// <param name="notebook">Its file.</param>
    /// <param name="document">Its content.</param>
    /// <param name="results">Results of experiments that it is given in place of a run.</param>
    public string Of(NotebookFile notebook, NotebookDocument document, ReadyResults results)
    {
        using var key = new KeyHash();
        key.Add(Version, Environment.Version.ToString(), RuntimeInformation.RuntimeIdentifier);
        AddFiles(key, AppContext.BaseDirectory, "Tortue*.dll");
        key.Add(document.Language);
        foreach (var cell in document.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            key.Add(cell.Id, cell.Language, cell.Source, string.Join('\n', cell.Tags));
            foreach (var name in NamedFiles.In(cell.Source)) AddNamed(key, Path.GetFullPath(name, notebook.Folder));
        }

        if (CourseFolder.Find(notebook.Folder) is { } course)
        {
            AddFiles(key, course.Results, "*");
            AddFiles(key, course.Published, "*");
        }

        AddDataSets(key, dataSets(notebook.Folder));
        // What the files hold counts as the course's data does.
        key.Add(results.Preset).Add([.. results.Stored.Keys.Order(StringComparer.Ordinal)]);
        key.Add(results.Cache is null ? "every experiment runs" : "results of earlier runs are shown");
        return key.ToString();
    }

    private void AddNamed(KeyHash key, string path)
    {
        // An assembly brings those beside it.
        if (path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)) AddFiles(key, Path.GetDirectoryName(path)!, "*.dll");
        else key.Add(DigestOf(path));
    }

    private void AddFiles(KeyHash key, string folder, string pattern)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : [];
        Array.Sort(files, StringComparer.Ordinal);
        key.Add(pattern);
        foreach (var file in files.Where(file => !file.EndsWith(Unfinished, StringComparison.Ordinal)))
            key.Add(Path.GetFileName(file), DigestOf(file));
    }

    // Sets are large, and nobody edits them: their sizes and times tell.
    private static void AddDataSets(KeyHash key, DataStore store)
    {
        foreach (var folder in store.Sets.Select(store.TargetOf).Append(store.Root).Where(Directory.Exists))
        {
            key.Add(Path.GetFileName(folder));
            foreach (var file in new DirectoryInfo(folder).GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
                key.Add(file.Name, Number(file.Length), Number(file.LastWriteTimeUtc.Ticks));
        }
    }

    private string? DigestOf(string path)
    {
        if (_digests.TryGetValue(path, out var known)) return known;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return _digests[path] = Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            // The cell that asks for it will say so.
            return null;
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
