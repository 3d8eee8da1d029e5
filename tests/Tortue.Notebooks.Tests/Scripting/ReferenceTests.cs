using Tortue.Notebooks.Scripting;
using Xunit;

namespace Tortue.Notebooks.Tests.Scripting;

public sealed class ReferenceTests : IDisposable
{
    private const string LibrarySource = """
        namespace Lib;
        public class Library
        {
            /// <summary>Says who is beside.</summary>
            public static string Say() => "library with " + Beside.Neighbour.Name;
            public static Beside.Neighbour Make() => new();
            public static void Fail() => throw new FormatException("from the library");
        }
        """;

    private readonly SessionFixture _session = new();
    private readonly string _bin;

    public ReferenceTests()
    {
        _bin = Path.Combine(_session.Folder, "..", "lib", "bin");
        Build("one");
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task AnAssemblyIsFoundFromTheNotebooksFolderWithItsNeighbours()
    {
        Assert.Equal("library with one", await _session.Value("#r \"../lib/bin/Library.dll\"\nusing Lib;\nLibrary.Say()"));
        Assert.Equal("one", await _session.Value("using Beside;\nNeighbour.Name"));
    }

    [Fact]
    public async Task ASecondReferenceToANeighbourIsNoSecondCopy()
    {
        await _session.Value("#r \"../lib/bin/Library.dll\"\nvar made = Lib.Library.Make();");
        Assert.Equal("true", await _session.Value("#r \"../lib/bin/Neighbour.dll\"\nmade is Beside.Neighbour"));
        Assert.Equal("true", await _session.Value("#r \"../lib/bin/Library.dll\"\nLib.Library.Make() is Beside.Neighbour"));
        Assert.Equal("1", await _session.Value("AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name == \"Neighbour\" && a == typeof(Beside.Neighbour).Assembly)"));
    }

    [Fact]
    public async Task TheSameNameFromAnotherFolderIsTheOneThatIsLoaded()
    {
        BuiltAssembly.Write(Path.Combine(_session.Folder, "other"), "Neighbour", "namespace Beside { public class Neighbour { public static string Name => \"other\"; } }");
        await _session.Value("#r \"../lib/bin/Library.dll\"\nLib.Library.Say()");
        Assert.Equal("one", await _session.Value("#r \"other/Neighbour.dll\"\nBeside.Neighbour.Name"));
    }

    [Fact]
    public async Task TheBuiltFileStaysFreeAndARebuildIsForTheNextSession()
    {
        Assert.Equal("library with one", await _session.Value("#r \"../lib/bin/Library.dll\"\nLib.Library.Say()"));
        foreach (var file in Directory.GetFiles(_bin))
        {
            // What a build on Windows needs: nobody has the file open.
            using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
            }

            File.Delete(file);
        }

        Assert.Equal("library with one", await _session.Value("Lib.Library.Say()"));
        Build("two");
        Assert.Equal("library with one", await _session.Value("#r \"../lib/bin/Library.dll\"\nLib.Library.Say()"));
        _session.Restart();
        Assert.Equal("library with two", await _session.Value("#r \"../lib/bin/Library.dll\"\nLib.Library.Say()"));
    }

    [Fact]
    public async Task AnUnchangedBuildIsCopiedOnce()
    {
        await _session.Value("#r \"../lib/bin/Library.dll\"");
        _session.Restart();
        await _session.Value("#r \"../lib/bin/Library.dll\"\nLib.Library.Say()");
        var copy = Assert.Single(Directory.GetDirectories(_session.Options.ShadowFolder));
        Assert.Equal(
            ["Library.dll", "Library.pdb", "Library.xml", "Neighbour.dll", "Neighbour.pdb", "Neighbour.xml", "in-use"],
            Directory.GetFiles(copy).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task CopiesThatNobodyUsesAreRemoved()
    {
        await _session.Value("#r \"../lib/bin/Library.dll\"");
        var used = Assert.Single(Directory.GetDirectories(_session.Options.ShadowFolder));
        var (old, recent) = (Path.Combine(_session.Options.ShadowFolder, "old"), Path.Combine(_session.Options.ShadowFolder, "recent"));
        Directory.CreateDirectory(old);
        Directory.CreateDirectory(recent);
        Directory.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-3));
        Directory.SetLastWriteTimeUtc(used, DateTime.UtcNow.AddDays(-3));
        var user = _session.Session;
        _session.Restart();
        await _session.Session.WarmUpAsync();
        Assert.Equal([used, recent], Directory.GetDirectories(_session.Options.ShadowFolder).Order(StringComparer.Ordinal));
        GC.KeepAlive(user);
    }

    [Fact]
    public async Task AMissingFileGetsASentence()
    {
        var error = await _session.Error("\n#r \"../nowhere/Missing.dll\"\nusing Missing;\nMissing.Do();");
        Assert.Equal(CellErrorNames.Compilation, error.Name);
        Assert.StartsWith("#r \"../nowhere/Missing.dll\": there is no file ", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
        Assert.Single(error.Traceback);
    }

    [Fact]
    public async Task ALibraryThatIsNotBuiltSaysHowToBuildIt()
    {
        var error = await _session.Error("#r \"../lib/bin/Tortue.dll\"\nusing Tortue;\nCourse.About()");
        Assert.Contains("run `dotnet build -c Release`", error.Message, StringComparison.Ordinal);
        BuiltAssembly.Write(_bin, "Tortue", "namespace Tortue { public static class Course { public static string About() => \"built\"; } }");
        Assert.Equal("built", await _session.Value("#r \"../lib/bin/Tortue.dll\"\nusing Tortue;\nCourse.About()"));
    }

    [Fact]
    public async Task WhatIsNoAssemblyGetsASentence()
    {
        await File.WriteAllTextAsync(Path.Combine(_session.Folder, "text.dll"), "no assembly", TestContext.Current.CancellationToken);
        Assert.Contains("is not a .NET assembly", (await _session.Error("#r \"text.dll\"")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheFrameworksAssembliesAreThereByName() =>
        Assert.Equal("<a />", await _session.Value("#r \"System.Xml.Linq\"\nnew System.Xml.Linq.XElement(\"a\").ToString()"));

    [Fact]
    public async Task TheHostsOwnAssembliesAreNotTheCells()
    {
        await _session.Error("Markdig.Markdown.ToHtml(\"x\")");
        BuiltAssembly.Write(_bin, "Markdig", "namespace Markdig { public static class Markdown { public static string ToHtml(string s) => \"own \" + s; } }");
        Assert.Equal("own x", await _session.Value("#r \"../lib/bin/Markdig.dll\"\nMarkdig.Markdown.ToHtml(\"x\")"));
    }

    [Fact]
    public async Task ALibrarysFramesHaveItsOwnLines()
    {
        var error = await _session.Error("#r \"../lib/bin/Library.dll\"\nLib.Library.Fail();");
        Assert.Equal(2, error.Line);
        Assert.Equal("   at Lib.Library.Fail() in Library.cs, line 10", error.Traceback[1]);
    }

    [Fact]
    public async Task TranslationsAreFoundToo()
    {
        // What a build leaves for French: an assembly without code beside, in a folder of the language's name.
        BuiltAssembly.Write(Path.Combine(_bin, "fr"), "Library.resources", "[assembly: System.Reflection.AssemblyCulture(\"fr\")]");
        Assert.Equal("fr", await _session.Value("""
            #r "../lib/bin/Library.dll"
            using System.Globalization;
            typeof(Lib.Library).Assembly.GetSatelliteAssembly(new CultureInfo("fr")).GetName().CultureName
            """));
        Assert.Equal("library with one", await _session.Value("Lib.Library.Say()"));
    }

    private void Build(string name)
    {
        var neighbour = BuiltAssembly.Write(
            _bin, "Neighbour", $"namespace Beside {{ public class Neighbour {{ public static string Name => \"{name}\"; }} }}");
        BuiltAssembly.Write(_bin, "Library", LibrarySource, neighbour);
    }
}
