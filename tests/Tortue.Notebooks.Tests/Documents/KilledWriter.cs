using System.Diagnostics;
using System.Runtime.CompilerServices;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Tests.Documents;

/// <summary>
/// A process that saves a notebook again and again until it is killed: this program once more, which does nothing else where a variable names
/// the file. That begins before any test framework does, so that a hundred of them take no time.
/// </summary>
internal static class KilledWriter
{
    private const string Variable = "TORTUE_TEST_SAVED_NOTEBOOK";

    /// <summary>The notebook in one of two versions, of the same length and large enough that a write takes a moment.</summary>
    /// <param name="version">0 or 1.</param>
    public static NotebookDocument Notebook(int version)
    {
        var document = NotebookDocument.Parse(Notebooks.Jupyter, "test");
        document.Cells[1].Source = string.Concat(Enumerable.Repeat($"var answer = {version};\n", 20_000));
        return document;
    }

    /// <summary>Starts a writer; it prints a line whenever it has saved.</summary>
    /// <param name="path">The notebook's file.</param>
    public static Process Start(string path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, Environment = { [Variable] = path } };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(KilledWriter).Assembly.Location);
        return Process.Start(start)!;
    }

    [ModuleInitializer]
    internal static void WriteWhereAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path) return;
        NotebookDocument[] versions = [Notebook(0), Notebook(1)];
        for (var round = 0; ; round++)
        {
            versions[round % 2].Save(path);
            Console.WriteLine(round);
        }
    }
}
