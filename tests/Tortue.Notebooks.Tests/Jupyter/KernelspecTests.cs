using System.Text.Json;
using Tortue.Notebooks.Jupyter.Kernelspecs;
using Xunit;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>Kernelspecs as jupyter_client and VS Code read them, and the folders that they look in.</summary>
public sealed class KernelspecTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-kernelspec-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void TheFileHoldsWhatClientsRead()
    {
        var folder = Path.Combine(_folder.FullName, "kernels", "tortue");
        Kernelspec.ForTortue(["/opt/dot net/dotnet", "/opt/ü/Tortue.Cli.dll"], "C# (Tortue)").Write(folder);

        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")));
        var root = file.RootElement;
        Assert.Equal(
            ["/opt/dot net/dotnet", "/opt/ü/Tortue.Cli.dll", "kernel", "run", "{connection_file}"],
            root.GetProperty("argv").EnumerateArray().Select(item => item.GetString()));
        Assert.Equal("C# (Tortue)", root.GetProperty("display_name").GetString());
        Assert.Equal("C#", root.GetProperty("language").GetString());
        Assert.Equal("message", root.GetProperty("interrupt_mode").GetString());
        Assert.Empty(root.GetProperty("metadata").EnumerateObject());
        Assert.Equal("kernel.json", Assert.Single(Directory.GetFiles(folder).Select(Path.GetFileName)));
    }

    [Fact]
    public void WhatIsWrittenIsReadBack()
    {
        var written = Kernelspec.ForTortue(["dotnet", "Tortue.Cli.dll"], "C# \"14\" ☃");
        written.Write(_folder.FullName);
        var read = Kernelspec.Read(_folder.FullName)!;
        Assert.Equal(written.Arguments, read.Arguments);
        Assert.Equal(written.DisplayName, read.DisplayName);
        Assert.Equal("C#", read.Language);
    }

    [Fact]
    public void AFolderWithoutAFileHasNoKernelspec() => Assert.Null(Kernelspec.Read(Path.Combine(_folder.FullName, "nowhere")));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"argv": "dotnet", "display_name": "C#"}""")]
    [InlineData("""{"argv": [1], "display_name": "C#"}""")]
    [InlineData("""{"argv": [null], "display_name": "C#"}""")]
    [InlineData("""{"argv": [], "display_name": 7}""")]
    public void AnythingElseIsRefusedInOneSentence(string json)
    {
        var path = Path.Combine(_folder.FullName, "kernel.json");
        File.WriteAllText(path, json);
        var wrong = Assert.Throws<KernelspecException>(() => Kernelspec.Read(_folder.FullName));
        Assert.Equal($"{path} is not a kernelspec: it needs 'argv' and 'display_name'.", wrong.Message);
    }

    [Theory]
    [InlineData("/usr/bin/dotnet /opt/Tortue.Cli.dll kernel run {connection_file}", true)]
    [InlineData(@"C:\dotnet\dotnet.exe C:\tools\Tortue.Cli.dll kernel run {connection_file}", true)]
    [InlineData("/home/a/.dotnet/tools/tortue kernel run {connection_file}", true)]
    [InlineData("/opt/Tortue.Cli.exe kernel run {connection_file}", true)]
    [InlineData("/opt/Tortue.Cli.dll export {connection_file}", false)]
    [InlineData("dotnet interactive jupyter --connection-file {connection_file}", false)]
    [InlineData("/opt/other kernel run {connection_file}", false)]
    [InlineData("kernel run {connection_file}", false)]
    [InlineData("", false)]
    public void OnlyTheOwnProgramIsTortues(string line, bool isTortue) => Assert.Equal(isTortue, Of(line.Split(' ')).IsTortue);

    [Fact]
    public void AProgramThatHasMovedIsNamed()
    {
        var there = Path.Combine(_folder.FullName, "dotnet");
        var gone = Path.Combine(_folder.FullName, "Tortue.Cli.dll");
        File.WriteAllText(there, "");
        Assert.Equal(gone, Kernelspec.ForTortue([there, gone], "C#").MissingFile);
        File.WriteAllText(gone, "");
        Assert.Null(Kernelspec.ForTortue([there, gone], "C#").MissingFile);
        Assert.Null(Kernelspec.ForTortue(["dotnet", gone], "C#").MissingFile);
    }

    [Theory]
    [InlineData("tortue", "tortue")]
    [InlineData(".net-csharp", ".net-csharp")]
    [InlineData("CSharp_14.0", "csharp_14.0")]
    public void NamesThatJupyterAllowsLoseTheirCapitals(string name, string folder) => Assert.Equal(folder, KernelspecName.Check(name));

    [Theory]
    [InlineData("")]
    [InlineData("c#")]
    [InlineData("two words")]
    [InlineData("../tortue")]
    [InlineData("..")]
    [InlineData("schildkröte")]
    public void OtherNamesAreRefused(string name)
    {
        var wrong = Assert.Throws<KernelspecException>(() => KernelspecName.Check(name));
        Assert.Equal(
            $"Jupyter allows no kernel of the name '{name}': use letters from a to z, digits, '-', '.' and '_'.", wrong.Message);
    }

    // What jupyter_core.paths.jupyter_data_dir() gives for the same variables.
    [Theory]
    [InlineData('x', "", "home/.local/share/jupyter/kernels")]
    [InlineData('x', "XDG_DATA_HOME=data", "data/jupyter/kernels")]
    [InlineData('m', "XDG_DATA_HOME=data", "home/Library/Jupyter/kernels")]
    [InlineData('w', "APPDATA=roaming", "roaming/jupyter/kernels")]
    [InlineData('x', "JUPYTER_DATA_DIR=own;XDG_DATA_HOME=data", "own/kernels")]
    [InlineData('m', "JUPYTER_DATA_DIR=own", "own/kernels")]
    [InlineData('w', "JUPYTER_DATA_DIR=own;APPDATA=roaming", "own/kernels")]
    [InlineData('x', "JUPYTER_DATA_DIR=;XDG_DATA_HOME=", "home/.local/share/jupyter/kernels")]
    public void TheFolderIsJupyters(char system, string variables, string expected)
    {
        var environment = variables.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .Append(["HOME", "home"]).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal(
            Path.GetFullPath(expected, _folder.FullName),
            KernelFolders.User(environment.GetValueOrDefault, _folder.FullName, system));
    }

    private static Kernelspec Of(string[] arguments) => new() { Arguments = arguments, DisplayName = "C#" };
}
