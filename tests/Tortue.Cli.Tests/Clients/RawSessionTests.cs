using System.ComponentModel;
using System.Diagnostics;
using Tortue.Cli.Tests.Support;
using Tortue.Testing;
using Xunit;

namespace Tortue.Cli.Tests.Clients;

/// <summary>A client that does what VS Code's Jupyter extension does where there is no Python: its own ports and ZeroMQ sockets, in Node.</summary>
public sealed class RawSessionTests(JupyterFolders jupyter) : IClassFixture<JupyterFolders>
{
    [Fact(Timeout = 300_000)]
    public async Task AStudentsSessionWorksAndLeavesNothingBehind()
    {
        using var node = Start("raw_session.mjs");
        var result = await Executable.EndAsync(node);
        Assert.True(result.Code == 0, $"The session ended with {result.Code} after:\n{result.Output}\n{result.Messages}");
        Assert.Equal("", result.Messages);
        Assert.Equal(
            [
                "starts", "runs cells", "updates a display from another cell", "ends a cell that does not compile",
                "gives up the cells behind one that fails", "interrupts on the control channel", "asks for input", "completes",
                "restarts from within an endless cell", "is gone when it is killed",
            ],
            result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact(Timeout = 120_000)]
    public async Task AKernelWhoseClientIsKilledEndsAlsoInTheMiddleOfACell()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows nobody has tried what becomes of the kernel.");
        using var node = Start("raw_abandoned.mjs");
        try
        {
            Assert.Equal("abandoned", await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            node.Kill();

            // The kernel writes to the same output: its end is the kernel's.
            Assert.Equal("", await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            node.Kill(entireProcessTree: true);
        }
    }

    private Process Start(string script)
    {
        _ = NpmModules.Path("zeromq", "package.json");
        var spec = Path.Combine(jupyter.Root, "share", "jupyter", "kernels", "tortue", "kernel.json");
        try
        {
            return jupyter.Start("node", Path.Combine(JupyterFolders.Scripts, script), spec, jupyter.Root);
        }
        catch (Win32Exception)
        {
            Assert.Skip("No Node: it runs the client that is like VS Code's.");
            return null;
        }
    }
}
