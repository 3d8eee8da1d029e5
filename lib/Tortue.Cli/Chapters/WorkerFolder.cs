using System.Text.Json;
using Tortue.Notebooks.Documents;

namespace Tortue.Cli.Chapters;

/// <summary>The folder that a command and one of its workers share: what is asked for, how far it is, and the result.</summary>
/// <param name="path">Its full path.</param>
internal sealed class WorkerFolder(string path)
{
    /// <summary>The full path.</summary>
    public string FullPath => path;

    /// <summary>Where the worker writes how far it is.</summary>
    public string Progress => Path.Combine(path, "progress.jsonl");

    /// <summary>Where the worker leaves the run.</summary>
    public string Result => Path.Combine(path, "result");

    private string RequestFile => Path.Combine(path, "request.json");

    private string NotebookPath => Path.Combine(path, "notebook.ipynb");

    /// <summary>Asks for a run.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="document">The notebook, as it was read.</param>
    public void Ask(WorkerRequest request, NotebookDocument document)
    {
        document.Save(NotebookPath);
        File.WriteAllText(RequestFile, JsonSerializer.Serialize(request));
    }

    /// <summary>Reads what is asked for.</summary>
    public (WorkerRequest Request, NotebookDocument Document) Read()
    {
        var request = JsonSerializer.Deserialize<WorkerRequest>(File.ReadAllText(RequestFile))!;
        return (request, NotebookDocument.Parse(File.ReadAllText(NotebookPath), request.Name));
    }
}
