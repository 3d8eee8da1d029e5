using System.Text.Json;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Scripting;

namespace Tortue.Notebooks.Running;

/// <summary>Outputs as nbformat 4.5 has them, fields in Jupyter's order.</summary>
internal static class OutputJson
{
    public static JsonObject Stream(string name, string text) => new()
    {
        ["name"] = name,
        ["output_type"] = "stream",
        ["text"] = MultilineText.Split(text),
    };

    public static JsonObject Display(IReadOnlyDictionary<string, string> bundle) => new()
    {
        ["data"] = Data(bundle),
        ["metadata"] = new JsonObject(),
        ["output_type"] = "display_data",
    };

    public static JsonObject Result(IReadOnlyDictionary<string, string> bundle, int executionCount) => new()
    {
        ["data"] = Data(bundle),
        ["execution_count"] = executionCount,
        ["metadata"] = new JsonObject(),
        ["output_type"] = "execute_result",
    };

    public static JsonObject Error(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };

    /// <summary>A bundle: text as lines, JSON as JSON, anything else as one string.</summary>
    public static JsonObject Data(IReadOnlyDictionary<string, string> bundle) => Data(bundle, MultilineText.Split);

    /// <summary>A bundle, with text in the form that is asked for: files hold it as lines, messages as a whole.</summary>
    public static JsonObject Data(IReadOnlyDictionary<string, string> bundle, Func<string, JsonNode?> form)
    {
        var data = new JsonObject();
        foreach (var (mimeType, text) in bundle.OrderBy(item => item.Key, StringComparer.Ordinal))
            data[mimeType] = Content(mimeType, text, form);

        return data;
    }

    private static JsonNode? Content(string mimeType, string text, Func<string, JsonNode?> form)
    {
        if (mimeType is "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal))
            return Json(text);

        return mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "application/javascript" or "image/svg+xml"
            ? form(text)
            : JsonValue.Create(text);
    }

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 512 });
        }
        catch (JsonException)
        {
            // Not what its type says: the text is better than nothing.
            return JsonValue.Create(text);
        }
    }
}
