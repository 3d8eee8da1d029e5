using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>A message of a kernel, as a client reads it.</summary>
internal sealed record KernelMessage(string Type, string ParentId, JsonNode Content)
{
    /// <summary>A text of the content.</summary>
    public string this[string name] => Content[name]!.ToString();

    /// <summary>The content's status.</summary>
    public string Status => this["status"];
}
