using System.Text.Json;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Golden;

/// <summary>Reads the values that make_golden.py wrote, and compares tensors with them.</summary>
internal static class GoldenValues
{
    public static JsonElement Load(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name))).RootElement;

    /// <summary>Same element type, same shape, and values within a tolerance relative to them (absolute below one).</summary>
    public static void Compare(JsonElement expected, Tensor actual, double tolerance)
    {
        Assert.Equal(expected.GetProperty("type").GetString(), actual.dtype.ToString().ToLowerInvariant());
        Assert.Equal(expected.GetProperty("shape").EnumerateArray().Select(e => e.GetInt64()), actual.shape);
        var values = actual.numel() == 0 ? [] : actual.to(float64).data<double>().ToArray(); // TorchSharp reads no empty tensor.
        var position = 0;
        foreach (var element in expected.GetProperty("values").EnumerateArray())
        {
            var wanted = element.ValueKind switch
            {
                JsonValueKind.True => 1,
                JsonValueKind.False => 0,
                JsonValueKind.String => element.GetString() switch
                {
                    "inf" => double.PositiveInfinity,
                    "-inf" => double.NegativeInfinity,
                    _ => double.NaN,
                },
                _ => element.GetDouble(),
            };
            var got = values[position];
            Assert.True(got.Equals(wanted) || Math.Abs(got - wanted) <= tolerance * Math.Max(1, Math.Abs(wanted)), $"element {position}: PyTorch has " +
                $"{wanted}, here is {got}");
            position++;
        }
    }
}
