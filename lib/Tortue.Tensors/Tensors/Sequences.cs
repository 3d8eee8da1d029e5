using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Fills vectors with regular sequences.</summary>
internal static class Sequences
{
    /// <summary>Writes, at each index, a function of it.</summary>
    public static void Fill(Tensor vector, Func<long, double> value) => vector.AssignInOrder(Values(vector.Count, value));

    /// <summary>Equal distances, both ends included; computed as PyTorch does, from the nearer end and in the element type.</summary>
    public static void Linear(Tensor vector, double start, double end)
    {
        var (steps, middle) = (vector.Count, vector.Count / 2);
        if (vector.dtype == ScalarType.Float32)
        {
            var (first, last) = ((float)start, (float)end);
            var step = steps > 1 ? (last - first) / (steps - 1) : 0;
            var values = vector.Span<float>();
            for (var i = 0; i < steps; i++)
                values[i] = i < middle || steps == 1 ? first + (step * i) : last - (step * (steps - i - 1));
            return;
        }

        var stride = steps > 1 ? (end - start) / (steps - 1) : 0;
        Fill(vector, i => i < middle || steps == 1 ? start + (stride * i) : end - (stride * (steps - i - 1)));
    }

    private static double[] Values(int count, Func<long, double> value)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
            values[i] = value(i);
        return values;
    }
}
