using System.Security.Cryptography;
using Tortue.Notebooks.Handouts;
using Xunit;
using Xunit.Sdk;

namespace Tortue.Notebooks.Tests.Handouts;

public sealed class ExportedHandoutsTests : IDisposable
{
    private const string Program = "lib/Tortue.Cli/bin/Release/net10.0/Tortue.Cli.dll";
    private const string Exporter = "lib/Tortue.Cli/bin/Release/net10.0/Tortue.Notebooks.dll";
    private static readonly string[] Files = ["handouts/a.html", "notebooks/a.ipynb", "lib/bin/Tortue.dll", Program];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("tortue-exported-");

    public ExportedHandoutsTests()
    {
        foreach (var file in Files)
            Write(file, file);
        Write(Exporter, File.ReadAllBytes(typeof(HandoutExporter).Assembly.Location));
        var sums = Files.Append(Exporter).Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf(file))))}  {file}");
        File.WriteAllLines(PathOf("handouts/" + ExportedHandouts.Sums), sums);
    }

    [Fact]
    public void APageThatWasMadeOfWhatIsHereIsTaken() => Assert.Equal(PathOf(Files[0]), Exported().PageOf("a.ipynb"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void APageThatWasMadeOfSomethingElseIsRefused(int changed)
    {
        Write(Files[changed], "something else");
        var refusal = Assert.ThrowsAny<XunitException>(() => Exported().PageOf("a.ipynb"));
        Assert.Contains($"handouts/a.html was made from another {Files[changed]} than the one here", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APageOfAnotherExporterIsRefused()
    {
        var path = PathOf("handouts/" + ExportedHandouts.Sums);
        File.WriteAllLines(path, File.ReadAllLines(path).Select(line => line.EndsWith(Exporter, StringComparison.Ordinal) ? new string('0', 64) + line[64..] : line));
        var refusal = Assert.ThrowsAny<XunitException>(() => Exported().PageOf("a.ipynb"));
        Assert.Contains(Exporter, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APageWithoutASumIsRefused()
    {
        Write("notebooks/b.ipynb", "b");
        Assert.ThrowsAny<XunitException>(() => Exported().PageOf("b.ipynb"));
    }

    [Fact]
    public void ProgressIsNoNotice()
    {
        File.WriteAllLines(PathOf("handouts/" + ExportedHandouts.Messages), ["Running notebooks/a.ipynb", "  cell 3 of 4, Heading", "The picture a.png is missing."]);
        Assert.Equal(["The picture a.png is missing."], Exported().Notices);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private ExportedHandouts Exported() => new(_root.FullName, "handouts");

    private string PathOf(string file) => Path.Join(_root.FullName, file);

    private void Write(string file, string text) => Write(file, System.Text.Encoding.UTF8.GetBytes(text));

    private void Write(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllBytes(PathOf(file), bytes);
    }
}
