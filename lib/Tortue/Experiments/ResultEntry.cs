using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TorchSharp;

namespace Tortue.Experiments;

/// <summary>
/// A kept result, and where the run left the engine's own generator: cells that draw from it later get the numbers that they would have got
/// after the run.
/// </summary>
/// <param name="Result">The result's JSON.</param>
/// <param name="Generator">The generator's state.</param>
[method: JsonConstructor]
internal sealed record ResultEntry(string Result, byte[] Generator)
{
    /// <summary>An entry of a run that has just ended; null where the result does not survive being written and read.</summary>
    /// <param name="result">What the run returned.</param>
    public static ResultEntry? Of(IExperimentResult result)
    {
        var json = ExperimentJson.Write(result);
        using var state = torch.get_rng_state();
        return Again(json, result.GetType()) == json ? new(json, [.. state.data<byte>()]) : null;
    }

    /// <summary>The result; null where the JSON is that of another.</summary>
    public TResult? Read<TResult>()
        where TResult : IExperimentResult
    {
        try
        {
            return ExperimentJson.Read<TResult>(Result);
        }
        catch (FormatException)
        {
            return default;
        }
    }

    /// <summary>Leaves the engine's own generator where the run left it.</summary>
    public void SetGenerator()
    {
        using var state = torch.tensor(Generator, torch.uint8);
        torch.set_rng_state(state);
    }

    /// <summary>The entry as a file holds it: a checksum, and what it is the checksum of.</summary>
    public string Write()
    {
        var json = JsonSerializer.Serialize(this);
        return $"{Sum(json)}\n{json}\n";
    }

    /// <summary>Reads a file's text; null where it is damaged.</summary>
    /// <param name="text">What <see cref="Write"/> gave.</param>
    public static ResultEntry? Parse(string text)
    {
        if (text.Split('\n') is not [var sum, var json, ""] || Sum(json) != sum)
            return null;
        try
        {
            return JsonSerializer.Deserialize<ResultEntry>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Again(string json, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type, ExperimentJson.Options) is IExperimentResult read ? ExperimentJson.Write(read) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Sum(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
