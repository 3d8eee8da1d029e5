using System.Text.Json.Nodes;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>A MIME bundle as messages carry it: text as one string, JSON as JSON.</summary>
internal static class MessageBundle
{
    public static JsonObject Of(IReadOnlyDictionary<string, string> bundle)
    {
        var data = Running.OutputJson.Data(bundle);
        foreach (var (type, value) in data.ToArray())
        {
            // Files hold text as lines, messages as a whole.
            if (value is JsonArray && bundle.TryGetValue(type, out var text) && !type.EndsWith("json", StringComparison.Ordinal))
                data[type] = text;
        }

        return data;
    }
}
