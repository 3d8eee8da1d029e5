using System.Text.Json;

namespace Tortue.Notebooks.Jupyter.Messages;

/// <summary>A message that came, with its signature checked.</summary>
/// <param name="Type">Its kind, such as execute_request.</param>
/// <param name="Header">The bytes of its header, which answers repeat as their parent's.</param>
/// <param name="Content">Its content.</param>
internal sealed record Request(string Type, byte[] Header, JsonElement Content)
{
    /// <summary>What has no request behind it.</summary>
    public static byte[] NoHeader { get; } = "{}"u8.ToArray();

    /// <summary>A text of the content, or the default where it is missing or of another kind.</summary>
    public string Text(string name, string other = "") =>
        Content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : other;

    /// <summary>A yes or no of the content, or the default where it is missing or of another kind.</summary>
    public bool Flag(string name, bool other) => Content.TryGetProperty(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => other,
    } : other;

    /// <summary>A whole number of the content, or the default where it is missing or of another kind.</summary>
    public int Number(string name, int other) => Content.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : other;
}
