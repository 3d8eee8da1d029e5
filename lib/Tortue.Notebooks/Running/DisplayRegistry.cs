using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Running;

/// <summary>The displays of a run by id, over all its cells. The ids are transient: they are not written into the file.</summary>
internal sealed class DisplayRegistry
{
    private readonly Dictionary<string, List<JsonObject>> _outputs = [];

    public void Add(string? displayId, JsonObject output)
    {
        if (displayId is null)
            return;

        if (!_outputs.TryGetValue(displayId, out var known))
            _outputs[displayId] = known = [];

        known.Add(output);
    }

    /// <summary>Whether an output was taken away before its cell ended.</summary>
    public static bool IsRemoved(JsonObject output) => output["data"] is JsonObject { Count: 0 };

    /// <summary>Replaces what every display with this id shows; a bundle without any form takes it away.</summary>
    public void Update(string? displayId, IReadOnlyDictionary<string, string> bundle)
    {
        if (displayId is null || !_outputs.TryGetValue(displayId, out var outputs))
            return;

        foreach (var output in outputs)
        {
            output["data"] = OutputJson.Data(bundle);
            if (bundle.Count == 0)
                (output.Parent as JsonArray)?.Remove(output);
        }
    }
}
