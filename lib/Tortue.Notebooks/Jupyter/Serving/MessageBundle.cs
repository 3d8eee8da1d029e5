using System.Text.Json.Nodes;
using Tortue.Notebooks.Running;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>A MIME bundle as messages carry it: text as one string, JSON as JSON.</summary>
internal static class MessageBundle
{
    // What takes an output away: clients want at least one type in a bundle.
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string> { ["text/plain"] = "" };

    public static JsonObject Of(IReadOnlyDictionary<string, string> bundle) =>
        OutputJson.Data(bundle.Count == 0 ? Nothing : bundle, text => JsonValue.Create(text));
}
