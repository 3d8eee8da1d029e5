using Tortue.Notebooks.Scripting;

namespace Tortue.Notebooks.Tests.Scripting;

/// <summary>A session in a folder of its own.</summary>
internal sealed class SessionFixture : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("tortue-session-");
    private int _count;

    public SessionFixture(Func<CSharpSessionOptions, CSharpSessionOptions>? change = null)
    {
        Folder = Directory.CreateDirectory(Path.Combine(_root.FullName, "notebooks")).FullName;
        var options = new CSharpSessionOptions
        {
            WorkingDirectory = Folder,
            ShadowFolder = Path.Combine(_root.FullName, "shadow"),
            PackageFolder = Path.Combine(_root.FullName, "packages"),
        };
        Options = change?.Invoke(options) ?? options;
        Session = new CSharpSession(Options);
    }

    /// <summary>The notebook's folder.</summary>
    public string Folder { get; }

    public CSharpSessionOptions Options { get; }

    public CSharpSession Session { get; private set; }

    public RecordingSink Sink { get; private set; } = new();

    /// <summary>Runs the next cell, named "cell 1", "cell 2", …, with a sink of its own.</summary>
    public Task<CellResult> Run(string source) => Start(source, Timeout.InfiniteTimeSpan, CancellationToken.None);

    /// <summary>Runs the next cell with a time limit.</summary>
    public Task<CellResult> RunWithin(TimeSpan limit, string source) => Start(source, limit, CancellationToken.None);

    /// <summary>Runs the next cell until the token stops it.</summary>
    public Task<CellResult> RunUntil(CancellationToken cancellation, string source) => Start(source, Timeout.InfiniteTimeSpan, cancellation);

    /// <summary>Runs a cell that must succeed, and gives its value as plain text; empty for none.</summary>
    public async Task<string> Value(string source)
    {
        var result = await Run(source);
        Xunit.Assert.Null(result.Error?.Traceback is { } lines ? string.Join('\n', lines) : null);
        return result.Value?["text/plain"] ?? "";
    }

    /// <summary>Runs a cell that must fail.</summary>
    public async Task<CellError> Error(string source)
    {
        var result = await Run(source);
        Xunit.Assert.NotNull(result.Error);
        return result.Error;
    }

    /// <summary>The kernel starts anew: the same folders, an empty session.</summary>
    public void Restart() => Session = new CSharpSession(Options);

    public void Dispose() => _root.Delete(recursive: true);

    private Task<CellResult> Start(string source, TimeSpan limit, CancellationToken cancellation)
    {
        Sink = new RecordingSink();
        return Session.RunAsync(source, $"cell {++_count}", Sink, limit, cancellation);
    }
}
