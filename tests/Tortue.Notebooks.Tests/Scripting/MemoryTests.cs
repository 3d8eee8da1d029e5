using Xunit;

namespace Tortue.Notebooks.Tests.Scripting;

/// <summary>A session that goes on all day does not fill the memory.</summary>
[Collection(nameof(Alone))]
public sealed class MemoryTests : IDisposable
{
    private const int WarmUp = 40;
    private const int Cells = 300;
    private const double Allowed = 0.5e6;

    private readonly SessionFixture _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task ACellCostsHalfAMegabyteAtMost()
    {
        await RunAsync(0, WarmUp);
        var before = ProcessCounts.Memory();
        await RunAsync(WarmUp, WarmUp + Cells);
        var after = ProcessCounts.Memory();

        Assert.InRange((after.Managed - before.Managed) / (double)Cells, double.MinValue, Allowed);
        Assert.InRange((after.Resident - before.Resident) / (double)Cells, double.MinValue, Allowed);
    }

    private async Task RunAsync(int from, int to)
    {
        for (var i = from; i < to; i++)
            Assert.Equal($"{i + 1}", await _session.Value($"var x{i} = {i};\nConsole.WriteLine(x{i});\nx{i} + 1"));
    }
}
