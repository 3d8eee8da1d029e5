using System.Globalization;
using Xunit;

namespace Tortue.Notebooks.Tests.Documents;

public sealed class KilledWriterTests(ITestOutputHelper output) : IDisposable
{
    private const string Variable = "TORTUE_KILLS";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-killed-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact(Timeout = 600_000)]
    public async Task AProcessThatIsKilledWhileItSavesLeavesOneOfTheVersionsWhole()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var path = Path.Combine(_folder.FullName, "a.ipynb");
        string[] versions = [KilledWriter.Notebook(0).ToJson(), KilledWriter.Notebook(1).ToJson()];
        await File.WriteAllTextAsync(path, versions[0], cancellation);
        var kills = int.Parse(Environment.GetEnvironmentVariable(Variable) ?? "30", CultureInfo.InvariantCulture);
        var random = new Random(2026);
        var (caught, ends) = (0, new int[2]);
        for (var kill = 0; kill < kills; kill++)
        {
            using var writer = KilledWriter.Start(path);
            for (var saves = random.Next(1, 4); saves > 0; saves--) await writer.StandardOutput.ReadLineAsync(cancellation);
            Thread.SpinWait(random.Next(2_000_000));
            writer.Kill();
            await writer.WaitForExitAsync(cancellation);

            var end = Array.IndexOf(versions, await File.ReadAllTextAsync(path, cancellation));
            Assert.True(end >= 0, $"After kill {kill} the file is neither version.");
            ends[end]++;
            var beside = _folder.GetFiles().Where(file => file.FullName != path).ToList();
            if (beside.Count > 0)
            {
                Assert.StartsWith(".a.ipynb.", Assert.Single(beside).Name, StringComparison.Ordinal);
                caught++;
            }
        }

        output.WriteLine($"{kills} kills: {caught} in the middle of a write, {ends[0]} and {ends[1]} times one version and the other.");
        Assert.True(caught > 0, "No kill met a write: the test has not tried anything.");
        KilledWriter.Notebook(1).Save(path);
        Assert.Single(_folder.GetFiles());
    }
}
