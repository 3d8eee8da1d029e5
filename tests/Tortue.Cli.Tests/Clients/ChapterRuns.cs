using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;
using Tortue.Testing;

namespace Tortue.Cli.Tests.Clients;

/// <summary>
/// Chapters that nbclient has executed, each once for all tests: a chapter takes its time. Where the course stores the result of an experiment
/// it stands for the quick run, which the export has made: what is tested here is how a client and the kernel get along over every cell.
/// </summary>
internal static class ChapterRuns
{
    /// <summary>Plotly's MIME type.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    private static readonly ConcurrentDictionary<string, Lazy<Task<Executed>>> Runs = new();

    /// <summary>A chapter as nbclient leaves it; skips the calling test where there is no nbclient.</summary>
    /// <param name="jupyter">The folders of whoever asks first are those that are used.</param>
    /// <param name="name">The notebook, as seen from the folder of notebooks.</param>
    public static Task<Executed> ExecutedAsync(JupyterFolders jupyter, string name) =>
        Runs.GetOrAdd(name, _ => new(() => ExecuteAsync(jupyter, name))).Value;

    /// <summary>The bundles of a notebook that are charts.</summary>
    public static IEnumerable<JsonObject> Charts(NotebookDocument document) => document.Cells.SelectMany(Executed.Bundles).Where(IsChart);

    /// <summary>Whether a bundle is a chart.</summary>
    public static bool IsChart(JsonObject bundle) =>
        bundle.ContainsKey(Plotly) || Executed.Text(bundle, "text/html")?.Contains("class=\"tortue-figure\"", StringComparison.Ordinal) == true;

    private static async Task<Executed> ExecuteAsync(JupyterFolders jupyter, string name)
    {
        var python = SystemPython.With("nbclient", "python3-nbclient");
        var executed = Path.Combine(jupyter.Root, name);
        var line = await jupyter.RunAsync(
            python, Path.Combine(JupyterFolders.Scripts, "run_notebook.py"), Repository.PathOf("notebooks/" + name), executed, "standard");
        var facts = JsonNode.Parse(line)!;
        return new((double)facts["seconds"]!, (bool)facts["leavesMetadata"]!) { Document = NotebookDocument.Load(executed) };
    }
}
