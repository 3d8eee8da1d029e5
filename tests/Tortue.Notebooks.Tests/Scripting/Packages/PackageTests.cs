using System.Net;
using System.Net.Sockets;
using Tortue.Notebooks.Scripting;
using Xunit;

namespace Tortue.Notebooks.Tests.Scripting.Packages;

/// <summary>Packages of a feed in a folder, restored by the SDK.</summary>
public sealed class PackageTests : IClassFixture<TestFeed>, IDisposable
{
    private readonly TestFeed _feed;
    private readonly SessionFixture _session = new();

    public PackageTests(TestFeed feed)
    {
        _feed = feed;
        feed.Rule(_session.Folder);
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task APackageComesWithWhatItNeeds()
    {
        Assert.Equal("middle on 1.0.0", await _session.Value("#r \"nuget: Middle, 1.0.0\"\nMiddle.Say()"));
        Assert.StartsWith("display:Fetching Middle 1.0.0…", _session.Sink.Events[0], StringComparison.Ordinal);
        Assert.Equal("update:Packages: Middle 1.0.0", _session.Sink.Events[^1]);
        Assert.Equal("1.0.0", await _session.Value("Base.Version"));
        Assert.Empty(_session.Sink.Events);
    }

    [Fact]
    public async Task SeveralPackagesOfACellAreResolvedTogether()
    {
        Assert.Equal("middle on 1.1.0, newer on 1.1.0", await _session.Value("""
            #r "nuget:Middle"
            #r "nuget:Newer,1.*"
            Middle.Say() + ", " + Newer.Say()
            """));
        Assert.Equal("update:Packages: Middle 1.0.0, Newer 1.0.0", _session.Sink.Events[^1]);
    }

    [Fact]
    public async Task APackageThatIsThereIsNoWork()
    {
        await _session.Value("#r \"nuget: Base, 1.0.0\"");
        foreach (var again in new[] { "Base, 1.0.0", "Base", "base,1.0", "Base, 1.0.*", "Base, 1.*" })
        {
            Assert.Equal("1.0.0", await _session.Value($"#r \"nuget: {again}\"\nBase.Version"));
            Assert.Empty(_session.Sink.Events);
        }
    }

    [Fact]
    public async Task AnotherVersionOfWhatIsLoadedNeedsARestart()
    {
        await _session.Value("#r \"nuget: Base, 1.0.0\"");
        var error = await _session.Error("using System;\n#r \"nuget: Base, 1.1.0\"\nBase.Version");
        Assert.Equal("The package Base is loaded already in version 1.0.0: restart the kernel to use version 1.1.0.", error.Message);
        Assert.Equal(CellErrorNames.Compilation, error.Name);
        Assert.Equal(2, error.Line);
        Assert.Equal("1.0.0", await _session.Value("Base.Version"));
    }

    [Fact]
    public async Task APackageThatNeedsAnotherVersionOfWhatIsLoadedNeedsARestart()
    {
        await _session.Value("#r \"nuget: Middle\"");
        Assert.Equal(
            "The package Newer needs version 1.1.0 of Base, and version 1.0.0 is loaded already: restart the kernel, and ask for all packages in one cell.",
            (await _session.Error("#r \"nuget: Newer\"")).Message);
        _session.Restart();
        await _session.Value("#r \"nuget: Base, 1.0.0\"");
        var message = (await _session.Error("#r \"nuget: Newer\"")).Message;
        Assert.StartsWith("The packages do not go together (", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public async Task ACellThatDoesNotCompileLoadsNothing()
    {
        await _session.Error("#r \"nuget: Base, 1.0.0\"\nBase.Missing()");
        Assert.Equal("1.1.0", await _session.Value("#r \"nuget: Base, 1.1.0\"\nBase.Version"));
    }

    [Theory]
    [InlineData("Nothing.Of.That.Name", "There is no package Nothing.Of.That.Name in hand-made: check its name, or name another feed with #i \"nuget: address\".")]
    [InlineData("Base, 9.9", "There is no version 9.9 of the package Base (the nearest is 2.0.0-beta): choose another, or leave the version out for the latest.")]
    [InlineData("Base, latest", "#r \"nuget: Base, latest\": latest is no version; write one such as 1.2.3 or 1.2.*, or none for the latest.")]
    [InlineData("not a name", "#r \"nuget: not a name\": this is no name of a package; write #r \"nuget: Name\" or #r \"nuget: Name, 1.2.3\".")]
    [InlineData("Desktop", "The package Desktop does not support net10.0, which the kernel runs on: try another version of it.")]
    [InlineData("Microsoft.DotNet.Interactive.Formatting, 1.0.0-beta", "The package Microsoft.DotNet.Interactive.Formatting is a part of .NET Interactive, which is another kernel: leave the line out; display(x), HTML(text) and #!time are here without it.")]
    public async Task WhatCannotBeHadGetsASentence(string reference, string sentence)
    {
        var error = await _session.Error($"var x = 1;\n#r \"nuget: {reference}\"");
        Assert.Equal(sentence, error.Message);
        Assert.Equal([sentence], error.Traceback);
        Assert.Equal(2, error.Line);
        Assert.DoesNotContain("Fetching", _session.Sink.Events.LastOrDefault() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoVersionsInOneCellAreRefused() => Assert.Equal(
        "The package Base is asked for in two versions, 1.0.0 and 1.1.0: leave one of them out.",
        (await _session.Error("#r \"nuget: Base, 1.0.0\"\n#r \"nuget: Base, 1.1.0\"")).Message);

    [Fact]
    public async Task WithoutAnSdkASentenceSaysSo()
    {
        using var session = new SessionFixture(options => options with { Dotnet = Path.Combine(_session.Folder, "no", "dotnet") });
        Assert.Equal(
            "Packages need the .NET SDK, and only the runtime is here: install the SDK from https://dot.net, then restart the kernel.",
            (await session.Error("#r \"nuget: Base\"")).Message);
    }

    [Fact]
    public async Task TheSameSetNeedsNoRestoreInAnotherSession()
    {
        await _session.Value("#r \"nuget: Middle, 1.0.0\"");
        var kept = Assert.Single(Directory.GetFiles(_session.Options.PackageFolder));
        Assert.EndsWith(".json", kept, StringComparison.Ordinal);

        // A program that is not there cannot have been asked.
        using var other = new SessionFixture(options => options with { PackageFolder = _session.Options.PackageFolder, Dotnet = "/no/dotnet" });
        _feed.Rule(other.Folder);
        Assert.Equal("middle on 1.0.0", await other.Value("#r \"nuget: Middle, 1.0.0\"\nMiddle.Say()"));
        await other.Error("#r \"nuget: Newer\"");
    }

    [Fact]
    public async Task AMemoryThatIsOldServesWherePackagesCannotBeRestored()
    {
        await _session.Value("#r \"nuget: Base\"");
        var kept = Assert.Single(Directory.GetFiles(_session.Options.PackageFolder));
        File.SetLastWriteTimeUtc(kept, DateTime.UtcNow.AddDays(-3));
        using var offline = new SessionFixture(options => options with { PackageFolder = _session.Options.PackageFolder, Dotnet = "/no/dotnet" });
        _feed.Rule(offline.Folder);
        Assert.Equal("1.1.0", await offline.Value("#r \"nuget: Base\"\nBase.Version"));

        await File.WriteAllTextAsync(kept, "{ half", TestContext.Current.CancellationToken);
        offline.Restart();
        Assert.StartsWith("Packages need the .NET SDK", (await offline.Error("#r \"nuget: Base\"")).Message, StringComparison.Ordinal);
        _session.Restart();
        Assert.Equal("1.1.0", await _session.Value("#r \"nuget: Base\"\nBase.Version"));
    }

    [Fact]
    public async Task BuildFilesAboveTheNotebookDoNotMatter()
    {
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            await File.WriteAllTextAsync(
                Path.Combine(_session.Folder, name),
                "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally><TargetFramework>net1.0</TargetFramework></PropertyGroup></Project>",
                TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(
            Path.Combine(_session.Folder, "global.json"), """{"sdk": {"version": "1.0.0"}}""", TestContext.Current.CancellationToken);
        Assert.Equal("1.0.0", await _session.Value("#r \"nuget: Base, 1.0.0\"\nBase.Version"));
    }

    [Fact]
    public async Task AFeedCanBeNamedInTheCell()
    {
        Directory.Move(_feed.Folder, _session.Folder + "/more");
        try
        {
            Directory.CreateDirectory(_feed.Folder);
            Assert.StartsWith("There is no package Base in", (await _session.Error("#r \"nuget: Base\"")).Message, StringComparison.Ordinal);
            Assert.Equal("1.1.0", await _session.Value("#i \"nuget: ./more\"\n#r \"nuget: Base\"\nBase.Version"));
        }
        finally
        {
            Directory.Delete(_feed.Folder);
            Directory.Move(_session.Folder + "/more", _feed.Folder);
        }
    }

    [Fact]
    public async Task WhatTheFrameworkHasOlderIsReplacedAndWhatItHasNewerIsNot()
    {
        Assert.Equal("1", await _session.Value("#r \"nuget: Old.Json\"\nSystem.Text.Json.JsonSerializer.Serialize(1)"));
        _session.Restart();
        Assert.Equal("99", await _session.Value("#r \"nuget: New.Json\"\nSystem.Text.Json.NewJson.Say()"));
        Assert.Equal("2", await _session.Value("1 + 1"));
    }

    [Fact]
    public async Task WhatTheHostHasIsTheCellsOwnToo()
    {
        Assert.Equal("own", await _session.Value("#r \"nuget: Roslyn\"\nMicrosoft.CodeAnalysis.Own.Say()"));
        Assert.Equal("3", await _session.Value("new[] { 1, 2 }.Sum()"));
    }

    [Fact]
    public async Task TheAssemblyOfThisSystemRuns() =>
        Assert.Equal("this system", await _session.Value("#r \"nuget: Special\"\nSpecial.Say()"));

    [Fact]
    public async Task ANativeLibraryIsFound()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The library that the test takes is that of Linux and macOS.");
        Assert.Equal("true", await _session.Value("#r \"nuget: Native\"\nNative.Pid() == Environment.ProcessId"));
    }

    [Fact]
    public async Task AFrameworkThatIsNotHereIsTold()
    {
        await _session.Value("#r \"nuget: Web\"");
        Assert.Contains("stderr:A package needs the framework Microsoft.AspNetCore.App, which notebooks do not have here: what it does with it will fail.\n", _session.Sink.Events);
    }

    [Fact]
    public async Task AnExtensionOfTheOtherKernelIsTold()
    {
        await _session.Value("#r \"nuget: Chart.Interactive\"\nnew Chart();");
        Assert.Contains("stderr:Chart.Interactive extends .NET Interactive: its classes are here, its extension does not run. Ask for Chart if that is what you need.\n", _session.Sink.Events);
    }

    [Fact]
    public async Task CompletionAndInspectionKnowThePackage()
    {
        await _session.Value("#r \"nuget: Middle\"");
        var list = _session.Session.Insight.Complete("Middle.S", 8, TestContext.Current.CancellationToken);
        Assert.Equal("Say", Assert.Single(list.Items).Text);
        var text = _session.Session.Insight.Inspect("Middle.Say()", 9, TestContext.Current.CancellationToken);
        Assert.Contains("Says which version is below.", text, StringComparison.Ordinal);
        Assert.Equal("2", await _session.Value("1 + 1"));
    }

    [Fact]
    public async Task AnInterruptEndsTheRestore()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/index.json";
        await File.WriteAllTextAsync(
            Path.Combine(_session.Folder, "nuget.config"),
            $"""<configuration><packageSources><clear /><add key="silent" value="{address}" allowInsecureConnections="true" /></packageSources></configuration>""",
            TestContext.Current.CancellationToken);
        using var interrupt = new CancellationTokenSource();
        var run = _session.RunUntil(interrupt.Token, "#r \"nuget: Base\"");
        using var asked = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await interrupt.CancelAsync();
        Assert.Equal(CellErrorNames.Interrupted, (await run).Error?.Name);

        // The program that asked is gone, and its connection with it.
        var rest = new byte[4096];
        try
        {
            while (await asked.GetStream().ReadAsync(rest, TestContext.Current.CancellationToken) > 0)
            {
            }
        }
        catch (IOException)
        {
        }

        Assert.Equal("2", await _session.Value("1 + 1"));
    }

    [Fact]
    public async Task AFeedThatDoesNotAnswerGetsASentence()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_session.Folder, "nuget.config"),
            """<configuration><packageSources><clear /><add key="gone" value="/no/such/folder" /></packageSources></configuration>""",
            TestContext.Current.CancellationToken);
        var message = (await _session.Error("#r \"nuget: Base\"")).Message;
        Assert.StartsWith("The packages cannot be fetched: the feed '/no/such/folder' does not answer", message, StringComparison.Ordinal);
    }
}
