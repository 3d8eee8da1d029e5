using System.Runtime.InteropServices;
using Tortue.Cli.Doctor;
using Tortue.Cli.Tests.Support;
using Tortue.Notebooks.Jupyter.Kernelspecs;
using Xunit;

namespace Tortue.Cli.Tests.Commands;

/// <summary>What the doctor finds in folders of a test's own; the kernel that it tries is the built program.</summary>
public sealed class KernelDoctorTests : IDisposable
{
    private const string OtherKernel = """{"argv": ["dotnet", "interactive", "jupyter", "{connection_file}"], "display_name": ".NET (C#)", "language": "C#"}""";

    private readonly TestCourse _course = new();

    public KernelDoctorTests()
    {
        _course.Environment[KernelFolders.Variable] = "jupyter";
        _course.Environment["HOME"] = _course.PathOf("home");
        _course.Environment["APPDATA"] = Settings("");
    }

    public void Dispose() => _course.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task AnInstalledKernelIsTried()
    {
        await _course.RunAsync("kernel", "install");
        var result = await DoctorAsync();
        Assert.Equal(0, result.Code);
        Assert.Empty(result.Messages);
        Assert.Matches(
            @"(?m)^ok     kernel   tortue ""C# \(Tortue\)"" works: ready after \d+ ms, first cell \d+ ms, ended after \d+ ms \(.*tortue\)\r?$", result.Output);
        Assert.Matches($@"(?m)^ok     \.NET     {System.Text.RegularExpressions.Regex.Escape(RuntimeInformation.FrameworkDescription)} runs the kernel", result.Output);
        Assert.Contains("note   Jupyter  the command jupyter is not on the PATH", result.Output);
        Assert.Contains("note   VS Code  not found", result.Output);
    }

    [Fact]
    public async Task WithoutAKernelTheDoctorSaysHowToInstallOne()
    {
        _course.Write("jupyter/kernels/python3/kernel.json", """{"argv": ["python3"], "display_name": "Python 3", "language": "python"}""");
        var result = await DoctorAsync();
        Assert.Equal(1, result.Code);
        Assert.Contains("wrong  kernel   none of Tortue's is installed: run 'tortue kernel install'", result.Output);
        Assert.DoesNotContain("Python 3", result.Output);
    }

    [Fact]
    public async Task BrokenKernelsAreWrongAndOthersAreNoted()
    {
        _course.Write("jupyter/kernels/half/kernel.json", """{"argv": ["dotnet", """);
        _course.Write("jupyter/kernels/.net-csharp/kernel.json", OtherKernel);
        var gone = _course.PathOf("gone/Tortue.Cli.dll");
        Kernelspec.ForTortue(["dotnet", gone], "C# (gone)").Write(_course.PathOf("jupyter/kernels/gone"));
        var result = await DoctorAsync();
        Assert.Equal(1, result.Code);
        Assert.Matches("(?m)^wrong  kernel   .*half.kernel.json is not a kernelspec: .* run 'tortue kernel install --name half --force'", result.Output);
        Assert.Contains($"wrong  kernel   gone: {gone} is not there any more: run 'tortue kernel install --name gone'", result.Output);
        Assert.Contains("note   kernel   .net-csharp \".NET (C#)\" is another C# kernel", result.Output);
        Assert.DoesNotContain("none of Tortue's", result.Output);
    }

    [Fact(Timeout = 120_000)]
    public async Task AKernelThatEndsAtOnceSaysWhatItSaid()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program is a shell script.");
        var program = _course.Write("bin/tortue", "echo 'no runtime here' >&2\nexit 3\n");
        // Not the script itself: a process that another test starts at this moment may still hold it open, and the system refuses to run it.
        Kernelspec.ForTortue(["/bin/sh", program], "C# (script)").Write(_course.PathOf("venv/share/jupyter/kernels/script"));
        var result = await DoctorAsync("--prefix", "venv");
        Assert.Equal(1, result.Code);
        Assert.Contains(
            "wrong  kernel   script \"C# (script)\" does not work: it ended or answered wrongly while it should have begun to listen: no runtime here", result.Output);
    }

    [Fact(Timeout = 120_000)]
    public async Task TwinsThatAClientWouldDropAreNoted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program is a shell script.");
        var program = _course.Write("bin/tortue", "#!/bin/sh\nexit 3\n");
        foreach (var name in new[] { "one", "two" })
            Kernelspec.ForTortue([program], "C#").Write(_course.PathOf("jupyter/kernels/" + name));
        Assert.Contains("note   kernel   one and two have the same text \"C#\" and the same program", (await DoctorAsync()).Output);
    }

    [Theory]
    [InlineData("// mine\n{ \"jupyter.completionTriggerCharacters\": { \"csharp\": [ \".\", ], /* more */ }, }", "ok     VS Code  VS Code: completion after a dot is on")]
    [InlineData("{ \"jupyter.completionTriggerCharacters\": { \"python\": [\".\"] } }", "note   VS Code  VS Code: no completion after a dot until")]
    [InlineData("{}", "note   VS Code  VS Code: no completion after a dot until")]
    [InlineData("[]", "note   VS Code  VS Code: no completion after a dot until")]
    [InlineData("{ \"a\": ", "note   VS Code  VS Code: ")]
    public async Task TheSettingOfVsCodeIsLookedUp(string settings, string line)
    {
        var file = _course.Write(Path.Combine(Settings("Code"), "User", "settings.json"), settings);
        var result = await DoctorAsync();
        Assert.Contains(line, result.Output);
        Assert.Contains(file, result.Output);
        Assert.DoesNotContain("Codium", result.Output);
    }

    [Fact]
    public async Task AnEditorThatWasNeverOpenedIsFoundByItsCommand()
    {
        _course.Write(OperatingSystem.IsWindows() ? "bin/codium.cmd" : "bin/codium", "");
        _course.Environment["PATH"] = _course.PathOf("bin");
        var result = await DoctorAsync();
        Assert.Contains("VSCodium: no completion after a dot until " + Path.Combine(Settings("VSCodium"), "User", "settings.json"), result.Output);
        Assert.Contains("\"jupyter.completionTriggerCharacters\": {\"csharp\": [\".\"]}", result.Output);
    }

    [Fact]
    public void AnSdkThatIsMissingOrOldIsNoted()
    {
        var none = DotnetCheck.Judge(".NET 10", "/dotnet", null, _course.Root);
        Assert.Equal(FindingState.Note, none.State);
        Assert.Contains("No SDK was found", none.Text);

        Assert.Equal(FindingState.Fine, DotnetCheck.Judge(".NET 10", "/dotnet", new(10, 0, 100), _course.Root).State);
        _course.Write("global.json", """{"sdk": {"version": "10.0.200"}} // needed""");
        var old = DotnetCheck.Judge(".NET 10", "/dotnet", new(10, 0, 100), _course.Root);
        Assert.Equal(FindingState.Note, old.State);
        Assert.Contains("older than the 10.0.200 that " + _course.PathOf("global.json"), old.Text);
        Assert.Equal(FindingState.Fine, DotnetCheck.Judge(".NET 10", "/dotnet", new(10, 0, 300), _course.Root).State);
    }

    [Fact]
    public void AllFoldersOfClientsAreKnown()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Paths of Linux and macOS.");
        var environment = new Dictionary<string, string>
        {
            ["JUPYTER_PATH"] = "/a:/b",
            ["VIRTUAL_ENV"] = "/venv",
            [KernelFolders.Variable] = "/user",
        };
        Assert.Equal(
            ["/a/kernels", "/b/kernels", "/user/kernels", "/venv/share/jupyter/kernels", "/usr/local/share/jupyter/kernels", "/usr/share/jupyter/kernels"],
            KernelFolders.All(environment.GetValueOrDefault, "/"));
    }

    private Task<CommandResult> DoctorAsync(params string[] options) => _course.RunAsync(["kernel", "doctor", .. options]);

    private string Settings(string editor)
    {
        if (OperatingSystem.IsWindows())
            return _course.PathOf(Path.Combine("home", "roaming", editor));
        return _course.PathOf(Path.Combine("home", OperatingSystem.IsMacOS() ? Path.Combine("Library", "Application Support") : ".config", editor));
    }
}
