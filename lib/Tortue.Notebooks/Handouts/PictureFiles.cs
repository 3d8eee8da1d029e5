using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Handouts;

/// <summary>Pictures of a notebook as <c>data:</c> addresses: attachments of cells, and files beside the notebook.</summary>
/// <param name="folder">Where relative addresses start, or null.</param>
internal sealed class PictureFiles(string? folder)
{
    private const string Attachment = "attachment:";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".svg"] = "image/svg+xml",
    };

    /// <summary>The attachments of the cell that is being rendered, or null.</summary>
    public JsonObject? Attachments { get; set; }

    /// <summary>The picture that an address means, or null where it is not there or no picture.</summary>
    public string? Embed(string address)
    {
        var path = Uri.UnescapeDataString(address);
        if (path.StartsWith(Attachment, StringComparison.OrdinalIgnoreCase))
            return FromAttachment(path[Attachment.Length..]);
        if (folder is null || !Types.TryGetValue(Path.GetExtension(path), out var type))
            return null;
        var file = Path.Combine(folder, path);
        return File.Exists(file) ? $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(file))}" : null;
    }

    private string? FromAttachment(string name)
    {
        foreach (var (type, content) in Attachments?[name] as JsonObject ?? [])
        {
            if (type.StartsWith("image/", StringComparison.Ordinal) && MultilineText.Join(content) is { Length: > 0 } base64)
                return $"data:{type};base64,{string.Concat(base64.Where(c => !char.IsWhiteSpace(c)))}";
        }
        return null;
    }
}
