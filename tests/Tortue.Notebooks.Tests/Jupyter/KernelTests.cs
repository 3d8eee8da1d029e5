using Xunit;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>Tests of a running kernel, each with a client of its own.</summary>
public abstract class KernelTests(RunningKernel kernel) : IClassFixture<RunningKernel>, IAsyncLifetime
{
    private protected RunningKernel Kernel => kernel;

    private protected KernelClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Client = await KernelClient.ConnectAsync(kernel.Connection);

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
