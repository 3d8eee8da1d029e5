using Spectre.Console;
using Tortue.Catalogue;
using Tortue.Cli.Chapters;
using Tortue.Cli.Files;
using Tortue.Cli.Running;
using Tortue.Cli.Terminal;
using Tortue.Data;
using Tortue.Data.Downloads;
using Tortue.Experiments;

namespace Tortue.Cli.Commands;

/// <summary>What the commands work with: the process's own, or a test's.</summary>
internal sealed record CommandServices
{
    /// <summary>Results: what a pipe or a file should receive.</summary>
    public required IAnsiConsole Output { get; init; }

    /// <summary>Progress, notices and errors.</summary>
    public required IAnsiConsole Messages { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>Reads an environment variable; null where it is not set.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The clock of elapsed times.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What runs notebooks in this process.</summary>
    public INotebookEngine Engine { get; init; } = new NotebookEngine();

    /// <summary>What runs notebooks in processes of their own, each of which sees a number of processors.</summary>
    public Func<int, INotebookEngine> Workers { get; init; } = processors => new WorkerEngine(processors);

    /// <summary>How many processors there are.</summary>
    public int Processors { get; init; } = System.Environment.ProcessorCount;

    /// <summary>The real sets that there are.</summary>
    public IReadOnlyList<RealDataSet> DataSets { get; init; } = DataCatalogue.All;

    /// <summary>The experiments that there are.</summary>
    public IReadOnlyList<Experiment> Experiments { get; init; } = ExperimentCatalogue.All;

    /// <summary>How patient downloads are.</summary>
    public DownloadOptions Patience { get; init; } = new();

    /// <summary>The sets of a folder; where none is named, those that notebooks find.</summary>
    /// <param name="folder">The folder.</param>
    public DataStore DataStore(string? folder = null) => new(
        folder is null ? DataFolder.Resolve(Environment, CurrentDirectory) : Path.GetFullPath(folder, CurrentDirectory), DataSets);

    /// <summary>The display for runs: bars at a terminal, lines elsewhere.</summary>
    public IRunDisplay Display() => Messages.IsLive() ? new BarsDisplay(Messages) : new PlainDisplay(Messages, Time);

    /// <summary>The services of the running process.</summary>
    public static CommandServices ForProcess() => new()
    {
        Output = Consoles.StandardOutput(),
        Messages = Consoles.StandardError(),
        CurrentDirectory = Directory.GetCurrentDirectory(),
    };
}
