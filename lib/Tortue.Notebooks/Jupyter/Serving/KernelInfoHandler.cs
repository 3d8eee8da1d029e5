using System.Reflection;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Jupyter.Messages;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>Says what the kernel is.</summary>
internal sealed class KernelInfoHandler : IRequestHandler
{
    private static readonly string Version =
        typeof(KernelInfoHandler).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public string Type => "kernel_info_request";

    public Task<JsonObject> AnswerAsync(Exchange exchange, CancellationToken cancellation) => Task.FromResult(new JsonObject
    {
        ["status"] = "ok",
        ["protocol_version"] = MessageCodec.ProtocolVersion,
        ["implementation"] = "tortue",
        ["implementation_version"] = Version,
        ["language_info"] = Language(),
        ["banner"] = $"Tortue {Version}: C# on {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}",
        ["debugger"] = false,
        ["help_links"] = new JsonArray(
            new JsonObject { ["text"] = "C#", ["url"] = "https://learn.microsoft.com/dotnet/csharp/" },
            new JsonObject { ["text"] = "TorchSharp", ["url"] = "https://github.com/dotnet/TorchSharp" }),
    });

    /// <summary>How notebooks name the language: the spelling of .NET Interactive's files, which all front ends colour.</summary>
    internal static JsonObject Language() => new()
    {
        ["name"] = "C#",
        ["version"] = "14.0",
        ["mimetype"] = "text/x-csharp",
        ["file_extension"] = ".cs",
        ["pygments_lexer"] = "csharp",
        ["codemirror_mode"] = "text/x-csharp",
    };
}
