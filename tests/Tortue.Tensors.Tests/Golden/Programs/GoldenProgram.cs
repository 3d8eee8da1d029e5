using System.Text.Json;

namespace Tortue.Tensors.Tests.Golden.Programs;

/// <summary>A program and what PyTorch says of it, as programs.py wrote it.</summary>
internal sealed class GoldenProgram
{
    public GoldenProgram(JsonElement json)
    {
        Json = json.GetRawText();
        Inputs = Strings(json.GetProperty("in"));
        Steps = [.. json.GetProperty("do").EnumerateArray().Select(step => new Step(step))];
        Results = json.TryGetProperty("out", out var results) ? Strings(results) : [];
        Gradients = json.TryGetProperty("grad", out var gradients) ? Strings(gradients) : null;
        Error = json.TryGetProperty("error", out var error) ? error.GetString() : null;
        BackwardError = json.TryGetProperty("backward", out error) ? error.GetString() : null;
        Errors = json.TryGetProperty("errors", out var errors)
            ? errors.EnumerateObject().ToDictionary(e => int.Parse(e.Name), e => e.Value.GetString()!)
            : null;
    }

    public string Json { get; }

    public IReadOnlyList<string> Inputs { get; }

    public IReadOnlyList<Step> Steps { get; }

    public IReadOnlyList<string> Results { get; }

    /// <summary>Of the inputs of floating point and then of the modules' parameters; empty text where there is none.</summary>
    public IReadOnlyList<string>? Gradients { get; }

    public string? Error { get; }

    public string? BackwardError { get; }

    /// <summary>For programs that go on after errors: what PyTorch says at which step; null where the first error is the end.</summary>
    public IReadOnlyDictionary<int, string>? Errors { get; }

    private static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];

    /// <summary>An operation on variables.</summary>
    public sealed class Step(JsonElement json)
    {
        public string Name { get; } = json[0].GetString()!;

        public IReadOnlyList<int> Operands { get; } = [.. json[1].EnumerateArray().Select(e => e.GetInt32())];

        public JsonElement Arguments { get; } = json.GetArrayLength() > 2 ? json[2] : default;
    }
}
