using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Tortue.Experiments;

/// <summary>
/// The settings of options records by name, with values as text: what a command line has. Values become what they are in the JSON of the
/// record, so types are those of the record.
/// </summary>
public static class ExperimentSettings
{
    /// <summary>All settings of an options record, in the order of its properties; those of a record inside it stand in its place.</summary>
    /// <param name="options">The type of the record.</param>
    public static IReadOnlyList<ExperimentSetting> Of(Type options) => [.. Below(options, [])];

    /// <summary>The value of a setting as <see cref="With"/> takes it.</summary>
    /// <param name="options">An options record.</param>
    /// <param name="setting">One of its settings.</param>
    public static string Value(object options, ExperimentSetting setting)
    {
        object? value = setting.Path.Aggregate((object?)options, (record, property) => property.GetValue(record));
        return JsonSerializer.SerializeToNode(value, setting.Property.PropertyType, ExperimentJson.Options) switch
        {
            JsonArray list => string.Join(",", list.Select(Bare)),
            var single => Bare(single),
        };
    }

    /// <summary>Options that differ in one setting. Ranges are not looked at: that is what Validate does.</summary>
    /// <param name="options">An options record, which stays as it is.</param>
    /// <param name="setting">One of its settings.</param>
    /// <param name="value">The value; the numbers of a list are separated by commas, names stand without quotation marks.</param>
    /// <exception cref="ArgumentException">The text is not such a value; the message says what is.</exception>
    public static object With(object options, ExperimentSetting setting, string value)
    {
        var parsed = Parse(setting, value);
        var json = JsonSerializer.SerializeToNode(options, options.GetType(), ExperimentJson.Options)!;
        var place = json;
        foreach (var property in setting.Path.SkipLast(1))
            place = place[JsonNamingPolicy.CamelCase.ConvertName(property.Name)]!;
        place[JsonNamingPolicy.CamelCase.ConvertName(setting.Property.Name)] = parsed;
        return json.Deserialize(options.GetType(), ExperimentJson.Options)!;
    }

    private static IEnumerable<ExperimentSetting> Below(Type type, IReadOnlyList<PropertyInfo> path)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            PropertyInfo[] longer = [.. path, property];
            if (IsRecord(property.PropertyType))
            {
                foreach (var inner in Below(property.PropertyType, longer))
                    yield return inner;
            }
            else
            {
                yield return new(longer);
            }
        }
    }

    // A record of settings has properties that can be set; what is written as one word or as a list has not.
    private static bool IsRecord(Type type) =>
        type.IsClass && type.Assembly == typeof(ExperimentSettings).Assembly
        && !type.IsDefined(typeof(JsonConverterAttribute)) && type.GetProperties().Any(property => property.CanWrite);

    // The value by itself first, so that a mistake in it cannot be one of the record around it.
    private static JsonNode Parse(ExperimentSetting setting, string value)
    {
        var type = setting.Property.PropertyType;
        try
        {
            var json = SettingText.ToJson(type, value);
            var typed = JsonSerializer.Deserialize(json, type, ExperimentJson.Options) ?? throw new JsonException();
            return JsonSerializer.SerializeToNode(typed, type, ExperimentJson.Options)!;
        }
        catch (JsonException wrong)
        {
            // What a type says of its own values is better than what can be said of the type.
            throw new ArgumentException(
                wrong.InnerException is ArgumentException own
                    ? own.Message
                    : Text.Format(ExperimentsText.BadValue, setting.Name, setting.Expected, value),
                wrong);
        }
    }

    private static string Bare(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node?.ToJsonString() ?? "";
}
