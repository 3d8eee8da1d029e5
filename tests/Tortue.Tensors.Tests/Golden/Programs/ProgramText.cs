using System.Globalization;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Golden.Programs;

/// <summary>Tensors as programs.py writes them: element type, shape, then the values in row-major order.</summary>
internal static class ProgramText
{
    /// <summary>What differs, or null. Element type and shape are exact, the tolerance is relative (absolute below one).</summary>
    public static string? Difference(string expected, Tensor? actual, double tolerance)
    {
        if (expected.Length == 0)
            return actual is null ? null : $"PyTorch has none, here is {Text(actual)}";
        if (actual is null)
            return $"PyTorch has {expected}, here is none";
        var words = expected.Split(' ');
        var sizes = ProgramInput.Sizes(words[1]);
        if (ProgramInput.TypeNamed(words[0]) != actual.dtype || !sizes.SequenceEqual(actual.shape))
            return $"PyTorch has {expected}, here is {Text(actual)}";

        var values = Values(actual);
        for (var i = 0; i < values.Length; i++)
        {
            var wanted = Number(words[i + 2]);
            if (!values[i].Equals(wanted) && !(Math.Abs(values[i] - wanted) <= tolerance * Math.Max(1, Math.Abs(wanted))))
                return $"element {i}: PyTorch has {words[i + 2]}, here is {values[i].ToString(CultureInfo.InvariantCulture)}";
        }

        return null;
    }

    public static string Text(Tensor tensor) =>
        $"{tensor.dtype} {string.Join('x', tensor.shape)} " +
        string.Join(' ', Values(tensor).Select(v => v.ToString("g9", CultureInfo.InvariantCulture)));

    public static double[] Values(Tensor tensor)
    {
        using var noGradient = no_grad();
        return tensor.numel() == 0 ? [] : tensor.to(ScalarType.Float64).data<double>().ToArray(); // TorchSharp reads no empty tensor.
    }

    private static double Number(string word) => word switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(word, CultureInfo.InvariantCulture),
    };
}
