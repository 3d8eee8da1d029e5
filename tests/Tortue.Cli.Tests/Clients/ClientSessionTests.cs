using Xunit;

namespace Tortue.Cli.Tests.Clients;

/// <summary>Cells, interrupts, questions, restarts and ends through jupyter_client, the library under Jupyter's programs.</summary>
public sealed class ClientSessionTests(JupyterFolders jupyter) : IClassFixture<JupyterFolders>
{
    [Fact(Timeout = 240_000)]
    public async Task TheKernelDoesWhatItsClientAsks()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows clients end their kernels themselves.");
        var python = SystemPython.With("jupyter_client", "python3-jupyter-client");
        var outcomes = await Outcomes.OfAsync(jupyter, python, "client_session");
        Assert.Equal(
            [
                "test_a_line_is_asked_for", "test_a_password_is_asked_for", "test_interrupt_of_a_delay", "test_interrupt_of_a_loop",
                "test_interrupt_of_a_sleep", "test_interrupt_of_a_wait", "test_interrupt_of_training", "test_no_kernel_outlives_a_killed_client",
                "test_restart_on_the_same_ports", "test_shutdown", "test_what_waits_behind_a_failed_cell_is_given_up",
            ],
            outcomes.Passed);
        Assert.Empty(outcomes.Skipped);
    }
}
