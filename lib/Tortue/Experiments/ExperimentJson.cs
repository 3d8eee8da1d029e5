using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tortue.Experiments;

/// <summary>Writes the results of experiments as JSON, with options, seeds, engine, version and time, and reads them back.</summary>
public static class ExperimentJson
{
    /// <summary>How options, results and their parts are written.</summary>
    internal static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = false,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>A result as JSON.</summary>
    /// <param name="result">What an experiment's Run returned.</param>
    public static string Write(IExperimentResult result) => JsonSerializer.Serialize(result, result.GetType(), Options);

    /// <summary>Reads a result that <see cref="Write"/> wrote.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="json">The JSON.</param>
    /// <exception cref="FormatException">The text is not the JSON of such a result.</exception>
    public static T Read<T>(string json)
        where T : IExperimentResult
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException();
        }
        catch (JsonException wrong)
        {
            throw new FormatException(
                Text.Format(ExperimentsText.BadJson, typeof(T).Name, wrong.Path ?? "$", (wrong.LineNumber ?? 0) + 1), wrong);
        }
    }

    /// <summary>Writes a result to a file; the file is replaced only when the result is written whole.</summary>
    /// <param name="result">What an experiment's Run returned.</param>
    /// <param name="path">The file.</param>
    public static void Save(IExperimentResult result, string path)
    {
        var aside = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(aside, Write(result) + "\n");
            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Reads a result from a file.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">The file does not hold such a result.</exception>
    public static T Load<T>(string path)
        where T : IExperimentResult
        => Read<T>(File.ReadAllText(path));
}
