using System.Diagnostics;
using Tortue.Cli.Tests.Support;
using Tortue.Testing;
using Xunit;

namespace Tortue.Cli.Tests.Clients;

/// <summary>Folders of Jupyter's for one class of tests, with the built program installed as a kernel there. Nothing of the user's is read or written.</summary>
public sealed class JupyterFolders : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-jupyter-");

    /// <summary>A folder for whatever tests write.</summary>
    public string Root => _folder.FullName;

    /// <summary>Where the clients' scripts are.</summary>
    internal static string Scripts => Repository.PathOf("tests/Tortue.Cli.Tests/Clients");

    /// <summary>The kernel's program.</summary>
    internal static string Program => Path.Combine(Executable.Folder, "Tortue.Cli.dll");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var installed = await Executable.RunAsync(Executable.Folder, Root, "kernel", "install", "--prefix", Root, "--alias", ".net-csharp");
        Assert.Equal(0, installed.Code);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a script, which must succeed.</summary>
    /// <param name="python">The interpreter.</param>
    /// <param name="arguments">The script or module, and its arguments.</param>
    /// <returns>The last line that it printed.</returns>
    internal async Task<string> RunAsync(string python, params string[] arguments)
    {
        using var process = Start(python, arguments);
        var result = await Executable.EndAsync(process);
        Assert.True(result.Code == 0, $"{string.Join(' ', arguments)} ended with {result.Code}:\n{result.Messages}");
        return result.Output.TrimEnd().Split('\n')[^1];
    }

    /// <summary>Starts a Python process that knows these folders alone.</summary>
    internal Process Start(string python, params string[] arguments) => Process.Start(new ProcessStartInfo(python, arguments)
    {
        WorkingDirectory = Root,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            ["JUPYTER_PATH"] = Path.Combine(Root, "share", "jupyter"),
            ["JUPYTER_DATA_DIR"] = Path.Combine(Root, "data"),
            ["JUPYTER_CONFIG_DIR"] = Path.Combine(Root, "config"),
            ["JUPYTER_RUNTIME_DIR"] = Path.Combine(Root, "runtime"),
            // Kernels measure: results that somebody has prepared on this machine are not theirs.
            ["TORTUE_CACHE"] = Path.Combine(Root, "cache"),
            ["IPYTHONDIR"] = Path.Combine(Root, "ipython"),
            ["PYTHONDONTWRITEBYTECODE"] = "1",
            ["PYTHONUNBUFFERED"] = "1",
        },
    })!;
}
