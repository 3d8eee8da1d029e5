using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Tortue.Cli.Tests.Support;
using Tortue.Notebooks.Jupyter.Kernelspecs;
using Xunit;

namespace Tortue.Cli.Tests.Commands;

/// <summary>Kernels in a folder of Jupyter's that is a test's own, and the kernel's end when its client is gone.</summary>
public sealed class KernelTests : IDisposable
{
    private const string NotAllowed =
        "Jupyter allows no kernel of the name '{0}': use letters from a to z, digits, '-', '.' and '_'.";

    private readonly TestCourse _course = new();

    public KernelTests() => _course.Environment[KernelFolders.Variable] = "jupyter";

    public void Dispose() => _course.Dispose();

    [Fact]
    public async Task AnInstalledKernelStartsThisProgram()
    {
        var result = await _course.RunAsync("kernel", "install");
        Assert.Equal(0, result.Code);
        Assert.Equal($"tortue  {Folder("tortue")}", result.Output.TrimEnd());
        Assert.StartsWith("In VS Code and Jupyter choose the kernel \"C# (Tortue)\"", Assert.Single(result.MessageLines));

        var spec = Kernelspec.Read(Folder("tortue"))!;
        Assert.Equal("C# (Tortue)", spec.DisplayName);
        Assert.True(spec.IsTortue);
        Assert.Null(spec.MissingFile);

        // The command line as a client would start it, but for the command's own help.
        using var process = Process.Start(new ProcessStartInfo(spec.Arguments[0], [.. spec.Arguments.Skip(1).SkipLast(1), "--help"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var help = await Executable.EndAsync(process);
        Assert.Equal(0, help.Code);
        Assert.Contains("<connection-file>", help.Output);
    }

    [Fact]
    public async Task AnAliasIsASecondKernelWithTheSameProgram()
    {
        var result = await _course.RunAsync(
            "kernel", "install", "--name", "CS", "--display-name", "C# 14", "--alias", ".net-csharp", "--prefix", "venv");
        Assert.Equal(0, result.Code);
        var own = Kernelspec.Read(_course.PathOf("venv/share/jupyter/kernels/cs"))!;
        var alias = Kernelspec.Read(_course.PathOf("venv/share/jupyter/kernels/.net-csharp"))!;
        Assert.Equal("C# 14", own.DisplayName);
        // VS Code drops one of two kernels with the same program and the same text.
        Assert.Equal("C# 14 for .net-csharp notebooks", alias.DisplayName);
        Assert.Equal(own.Arguments, alias.Arguments);
        Assert.False(Directory.Exists(_course.PathOf("jupyter")));
    }

    [Theory]
    [InlineData("""{"argv": ["dotnet", "interactive", "jupyter", "{connection_file}"], "display_name": ".NET (C#)"}""")]
    [InlineData("not even JSON")]
    public async Task AKernelOfSomebodyElsesIsReplacedOnlyByForce(string foreign)
    {
        _course.Write("jupyter/kernels/.net-csharp/kernel.json", foreign);
        var refused = await _course.RunAsync("kernel", "install", "--alias", ".net-csharp");
        Assert.Equal(1, refused.Code);
        Assert.Equal(
            $"{Folder(".net-csharp")} holds a kernel that is not Tortue's: choose another --name, or replace it with --force.",
            Assert.Single(refused.MessageLines));
        Assert.Equal(foreign, _course.Read("jupyter/kernels/.net-csharp/kernel.json"));
        Assert.False(Directory.Exists(Folder("tortue")));

        var removal = await _course.RunAsync("kernel", "uninstall", "--name", ".net-csharp");
        Assert.Equal(1, removal.Code);
        Assert.Equal($"{Folder(".net-csharp")} holds a kernel that is not Tortue's: it stays.", Assert.Single(removal.MessageLines));

        Assert.Equal(0, (await _course.RunAsync("kernel", "install", "--alias", ".net-csharp", "--force")).Code);
        Assert.True(Kernelspec.Read(Folder(".net-csharp"))!.IsTortue);
    }

    [Fact]
    public async Task TheOwnKernelIsReplacedWithoutForce()
    {
        await _course.RunAsync("kernel", "install");
        Assert.Equal(0, (await _course.RunAsync("kernel", "install", "--display-name", "C#")).Code);
        Assert.Equal("C#", Kernelspec.Read(Folder("tortue"))!.DisplayName);
    }

    [Fact]
    public async Task TheListShowsOwnKernelsAndWhichHaveLostTheirProgram()
    {
        Assert.Equal(
            $"No kernel of Tortue's is in {_course.PathOf("jupyter/kernels")}: install it with 'tortue kernel install'.",
            Assert.Single((await _course.RunAsync("kernel", "list")).MessageLines));

        await _course.RunAsync("kernel", "install");
        var gone = _course.PathOf("gone/Tortue.Cli.dll");
        Kernelspec.ForTortue(["dotnet", gone], "C# (old)").Write(Folder("old"));
        _course.Write("jupyter/kernels/python3/kernel.json", """{"argv": ["python3"], "display_name": "Python 3"}""");
        var result = await _course.RunAsync("kernel", "list");
        Assert.Equal(0, result.Code);
        Assert.Empty(result.Messages);
        var rows = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(
            [
                $"old     C# (old)     {Folder("old")}     {gone} is not there any more: run 'tortue kernel install' again",
                $"tortue  C# (Tortue)  {Folder("tortue")}  ready",
            ],
            rows);
    }

    [Fact]
    public async Task UninstallingRemovesOneOrAllAndNothingElse()
    {
        _course.Write("jupyter/kernels/python3/kernel.json", """{"argv": ["python3"], "display_name": "Python 3"}""");
        await _course.RunAsync("kernel", "install", "--alias", ".net-csharp");
        await _course.RunAsync("kernel", "install", "--name", "third");

        var one = await _course.RunAsync("kernel", "uninstall", "--name", "third");
        Assert.Equal($"Removed {Folder("third")}.", one.Output.TrimEnd());
        Assert.Equal([".net-csharp", "python3", "tortue"], Names());
        Assert.Equal(0, (await _course.RunAsync("kernel", "uninstall")).Code);
        Assert.Equal(["python3"], Names());

        var again = await _course.RunAsync("kernel", "uninstall");
        Assert.Equal(0, again.Code);
        Assert.EndsWith("there is nothing to remove.", Assert.Single(again.MessageLines));
        var named = await _course.RunAsync("kernel", "uninstall", "--name", "third");
        Assert.Equal(1, named.Code);
        Assert.Equal($"There is no kernel 'third' in {_course.PathOf("jupyter/kernels")}.", Assert.Single(named.MessageLines));
    }

    [Theory]
    [InlineData("install", "--name", "c#", NotAllowed)]
    [InlineData("install", "--alias", "../x", NotAllowed)]
    [InlineData("install", "--display-name", " ", "--display-name is empty: lists of kernels would show nothing.")]
    [InlineData("uninstall", "--name", "..", NotAllowed)]
    public async Task ANameThatCannotBeOneIsAUsageError(string command, string option, string value, string sentence)
    {
        var result = await _course.RunAsync("kernel", command, option, value);
        Assert.Equal(2, result.Code);
        Assert.Equal(string.Format(CultureInfo.InvariantCulture, sentence, value), Assert.Single(result.MessageLines));
        Assert.False(Directory.Exists(_course.PathOf("jupyter")));
    }

    [Theory(Timeout = 120_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AKernelEndsWhenItsClientIsKilled(bool isNamed)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows clients end their kernels themselves.");
        var cancellation = TestContext.Current.CancellationToken;
        int port = FreePort();
        var connection = _course.Write("c.json", $$"""
            {"ip": "127.0.0.1", "key": "", "shell_port": 0, "iopub_port": 0, "stdin_port": 0, "control_port": 0, "hb_port": {{port}}}
            """);
        // The shell is the client. It ends only when it is killed, and whatever still writes to its output is the kernel.
        var name = isNamed ? "export JPY_PARENT_PID=$$" : "unset JPY_PARENT_PID";
        var line = $"{name}; '{Path.Combine(Executable.Folder, "Tortue.Cli")}' kernel run '{connection}' & wait";
        using var client = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", line]) { RedirectStandardOutput = true })!;
        try
        {
            while (!await ListensAsync(port)) Assert.False(client.HasExited, "The kernel has ended by itself.");
            client.Kill();
            await client.StandardOutput.ReadToEndAsync(cancellation);
        }
        finally
        {
            client.Kill(entireProcessTree: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> ListensAsync(int port)
    {
        using var visitor = new TcpClient();
        try
        {
            await visitor.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            return false;
        }
    }

    private string Folder(string name) => _course.PathOf($"jupyter/kernels/{name}");

    private string[] Names()
    {
        var folders = Directory.GetDirectories(_course.PathOf("jupyter/kernels"));
        return [.. folders.Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];
    }
}
