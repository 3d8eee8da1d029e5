using Xunit;

namespace Tortue.Cli.Tests.Clients;

/// <summary>Jupyter's own tests of kernels, every part of them that a C# kernel can have.</summary>
public sealed class KernelSuiteTests(JupyterFolders jupyter) : IClassFixture<JupyterFolders>
{
    [Fact(Timeout = 120_000)]
    public async Task JupytersOwnTestsOfKernelsPass()
    {
        var python = SystemPython.With("jupyter_kernel_test", "python3-jupyter-kernel-test");
        var outcomes = await Outcomes.OfAsync(jupyter, python, "kernel_suite");
        Assert.Equal(
            [
                "test_clear_output", "test_completion", "test_display_data", "test_error", "test_execute_result", "test_execute_stderr",
                "test_execute_stdout", "test_history", "test_inspect", "test_is_complete", "test_kernel_info",
            ],
            outcomes.Passed);
        // The pane below a notebook, which nothing in C# asks for.
        Assert.Equal(["test_pager"], outcomes.Skipped.Keys);
    }
}
