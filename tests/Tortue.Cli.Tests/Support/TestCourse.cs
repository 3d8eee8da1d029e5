using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;
using Tortue.Cli.Chapters;
using Tortue.Cli.Commands;
using Tortue.Cli.Files;
using Tortue.Cli.Running;
using Tortue.Cli.Terminal;
using Tortue.Data;
using Tortue.Data.Downloads;

namespace Tortue.Cli.Tests.Support;

/// <summary>A course in a temporary folder, and commands that run in it.</summary>
internal sealed class TestCourse : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-cli-");

    public TestCourse()
    {
        Directory.CreateDirectory(PathOf("notebooks"));
        File.WriteAllText(PathOf("global.json"), "{}");
        Environment[CacheFolder.Variable] = Cache;
    }

    public string Root => _folder.FullName;

    /// <summary>Where the course's runs are kept: beside it, so that it stays as it is.</summary>
    public string Cache => CacheOf(Root);

    public INotebookEngine Engine { get; set; } = new FakeEngine();

    /// <summary>Whether notebooks that would run in processes of their own do; otherwise the engine plays those.</summary>
    public bool StartsWorkers { get; init; }

    /// <summary>How many processors there are: one by default, so that notebooks run one after another.</summary>
    public int Processors { get; init; } = 1;

    /// <summary>Whether standard error is a terminal that understands ANSI codes.</summary>
    public bool IsLive { get; init; }

    /// <summary>Of each command that runs notebooks, how many processors each of its workers was to see.</summary>
    public List<int> Shares { get; } = [];

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public Dictionary<string, string> Environment { get; } = [];

    public IReadOnlyList<RealDataSet> DataSets { get; set; } = DataCatalogue.All;

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    public string Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
        return PathOf(relative);
    }

    /// <summary>Writes a C# notebook with one code cell for each source.</summary>
    public string WriteNotebook(string relative, params string[] sources) => Write(relative, Notebook(sources));

    public static string Notebook(params string[] sources)
    {
        var cells = sources.Select((source, index) => (JsonNode)new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = $"cell-{index + 1}",
            ["metadata"] = new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["source"] = new JsonArray(source),
        });
        var notebook = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells]),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["display_name"] = "C#", ["language"] = "C#", ["name"] = "tortue" },
                ["language_info"] = new JsonObject { ["name"] = "C#" },
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        return notebook.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";
    }

    public Task<CommandResult> RunAsync(params string[] args) => RunInAsync("", args);

    public Task<CommandResult> RunInAsync(string folder, params string[] args) => RunAsync(folder, CancellationToken.None, args);

    public async Task<CommandResult> RunAsync(string folder, CancellationToken cancellationToken, params string[] args)
    {
        var output = new StringWriter();
        var messages = new StringWriter();
        var code = await Program.RunAsync(args, Services(folder, output, messages), cancellationToken);
        return new CommandResult(code, output.ToString(), messages.ToString());
    }

    /// <summary>What commands in a folder of the course work with.</summary>
    public CommandServices Services(string folder, TextWriter output, TextWriter messages) => new()
    {
        Output = Console(output, isLive: false),
        Messages = Console(messages, IsLive),
        CurrentDirectory = Path.TrimEndingDirectorySeparator(PathOf(folder)),
        Environment = Environment.GetValueOrDefault,
        Time = Time,
        Engine = Engine,
        Workers = StartWorkers,
        Processors = Processors,
        DataSets = DataSets,
        Patience = new DownloadOptions { Retries = 0 },
    };

    /// <summary>Where the runs of a course in a folder are kept in tests.</summary>
    public static string CacheOf(string root) => root + "-cache";

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        if (Directory.Exists(Cache)) Directory.Delete(Cache, recursive: true);
    }

    private INotebookEngine StartWorkers(int processors)
    {
        Shares.Add(processors);
        return StartsWorkers ? new WorkerEngine(processors) : Engine;
    }

    private static IAnsiConsole Console(TextWriter writer, bool isLive) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = isLive ? AnsiSupport.Yes : AnsiSupport.No,
        ColorSystem = isLive ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = isLive ? InteractionSupport.Yes : InteractionSupport.No,
        Out = new StandardStream(writer, isLive),
    });
}
