using System.Text.Json.Nodes;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.nn;

/// <summary>Values that PyTorch gave, from a file that a script of the same name made.</summary>
internal static class NetworkValues
{
    /// <summary>The file's content.</summary>
    public static JsonNode Load(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".json")))!;

    /// <summary>A tensor of the file.</summary>
    public static Tensor ToTensor(this JsonNode numbers, ScalarType type = ScalarType.Float32) =>
        tensor(numbers["values"]!.Doubles()).to_type(type).reshape(numbers["shape"]!.Longs());

    /// <summary>Int64 numbers as a tensor of one dimension.</summary>
    public static Tensor ToClasses(this JsonNode numbers) => tensor(numbers.Longs());

    public static double[] Doubles(this JsonNode numbers) => [.. numbers.AsArray().Select(value => value!.GetValue<double>())];

    public static long[] Longs(this JsonNode numbers) => [.. numbers.AsArray().Select(value => value!.GetValue<long>())];

    /// <summary>Compares shape and elements; the tolerance is relative to the largest element, absolute where that is below one.</summary>
    public static void AssertClose(JsonNode expected, Tensor? actual, double tolerance, string what)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected["shape"]!.Longs(), actual.shape);
        var theirs = expected["values"]!.Doubles();
        var ours = actual.detach().to_type(ScalarType.Float64).contiguous().data<double>().ToArray();
        var scale = Math.Max(1, theirs.Max(Math.Abs));
        for (var i = 0; i < theirs.Length; i++)
        {
            Assert.True(
                Math.Abs(theirs[i] - ours[i]) <= tolerance * scale,
                $"{what}: element {i} is {ours[i]:G9}, PyTorch has {theirs[i]:G9}");
        }
    }
}
