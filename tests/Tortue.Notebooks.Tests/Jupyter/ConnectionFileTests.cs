using System.Net;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Jupyter.Messages;
using Xunit;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>The file that a client starts a kernel with.</summary>
public sealed class ConnectionFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-connection-");

    private string FilePath => Path.Combine(_folder.FullName, "kernel.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void AClientsFileIsRead()
    {
        var file = Load(Good().ToJsonString());

        Assert.Equal(
            new ConnectionFile
            {
                Address = IPAddress.Loopback,
                ShellPort = 1,
                IoPubPort = 2,
                StdinPort = 3,
                ControlPort = 4,
                HeartbeatPort = 65535,
                Key = "k-🐢",
            },
            file);
    }

    [Theory]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("0.0.0.0", "0.0.0.0")]
    [InlineData("::1", "::1")]
    public void TheAddressIsRead(string ip, string expected) => Assert.Equal(IPAddress.Parse(expected), Load(With("ip", ip)).Address);

    [Fact]
    public void WhatOnlyDecoratesMayBeMissing()
    {
        var json = Good();
        foreach (var name in new[] { "transport", "ip", "key", "signature_scheme", "kernel_name" })
            json.Remove(name);

        Assert.Equal(
            new ConnectionFile { ShellPort = 1, IoPubPort = 2, StdinPort = 3, ControlPort = 4, HeartbeatPort = 65535 },
            Load(json.ToJsonString()));
    }

    [Fact]
    public void AMissingFileIsNamed()
    {
        var message = Assert.Throws<ConnectionFileException>(() => ConnectionFile.Load(FilePath)).Message;

        Assert.Equal($"The connection file {FilePath} cannot be read: Could not find file '{FilePath}'.", message);
        Assert.StartsWith(
            "The connection file  cannot be read: ",
            Assert.Throws<ConnectionFileException>(() => ConnectionFile.Load("")).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            $"The connection file {_folder.FullName} cannot be read: ",
            Assert.Throws<ConnectionFileException>(() => ConnectionFile.Load(_folder.FullName)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("shell_port=1")]
    public void WhatIsNotJsonIsSaid(string text) => Assert.Equal($"The connection file {FilePath} is not a JSON object.", Refusal(text));

    [Theory]
    [InlineData("shell_port", 65536)]
    [InlineData("iopub_port", -1)]
    [InlineData("stdin_port", 1.5)]
    [InlineData("control_port", "4")]
    [InlineData("hb_port", null)]
    public void AWrongPortIsNamed(string name, object? value) =>
        Assert.Equal($"The connection file {FilePath} has no port number under '{name}'.", Refusal(With(name, value)));

    [Fact]
    public void AKeyThatIsNoTextIsNotTakenForNone() => Assert.Equal(
        $"The connection file {FilePath} has a key that is not a text; without one, messages would not be signed.", Refusal(With("key", 7)));

    [Fact]
    public void AMissingPortIsNamed()
    {
        var json = Good();
        json.Remove("hb_port");

        Assert.Equal($"The connection file {FilePath} has no port number under 'hb_port'.", Refusal(json.ToJsonString()));
    }

    [Fact]
    public void OtherTransportsAndSchemesAreNamed()
    {
        Assert.Equal(
            $"The connection file {FilePath} asks for the transport 'ipc'; this kernel has tcp.", Refusal(With("transport", "ipc")));
        Assert.Equal(
            $"The connection file {FilePath} asks for the signature scheme 'hmac-md5'; this kernel has hmac-sha256.",
            Refusal(With("signature_scheme", "hmac-md5")));
        Assert.Equal(
            $"The connection file {FilePath} names the address 'example', which is not an IP address.", Refusal(With("ip", "example")));
    }

    private static JsonObject Good() => new()
    {
        ["shell_port"] = 1,
        ["iopub_port"] = 2,
        ["stdin_port"] = 3,
        ["control_port"] = 4,
        ["hb_port"] = 65535,
        ["ip"] = "127.0.0.1",
        ["key"] = "k-🐢",
        ["transport"] = "tcp",
        ["signature_scheme"] = "hmac-sha256",
        ["kernel_name"] = "tortue",
    };

    private static string With(string name, object? value)
    {
        var json = Good();
        json[name] = value is null ? null : JsonValue.Create(value);
        return json.ToJsonString();
    }

    private ConnectionFile Load(string text)
    {
        File.WriteAllText(FilePath, text);
        return ConnectionFile.Load(FilePath);
    }

    private string Refusal(string text) => Assert.Throws<ConnectionFileException>(() => Load(text)).Message;
}
