using System.Text.Json;

namespace Tortue.Tensors.Tests.Saving;

/// <summary>
/// Files that TorchSharp 0.107 itself wrote (torchsharp-files.json, base64): modules by <c>module.save</c>, optimisers by
/// <c>save_state_dict</c> after two steps of a Linear(2, 1) with weight [0.5, -0.25] and bias 0.125, loss (linear([1, 2])²).sum(), and
/// tensors by <c>Save</c> (bin) and <c>torch.save</c> (pt).
/// </summary>
internal static class TorchSharpFiles
{
    private static readonly Dictionary<string, string> All = JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Saving", "torchsharp-files.json")))!;

    public static byte[] Bytes(string name) => Convert.FromBase64String(All[name]);

    public static BinaryReader Reader(string name) => new(new MemoryStream(Bytes(name)));
}
