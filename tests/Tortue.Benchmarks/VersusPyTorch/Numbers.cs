using static TorchSharp.torch;

namespace Tortue.Benchmarks.VersusPyTorch;

/// <summary>The numbers that both sides compute with: hashes of the positions, so that each makes them by itself.</summary>
internal static class Numbers
{
    /// <summary>Numbers that look random, uniform on ±scale/2.</summary>
    /// <param name="seed">Which ones.</param>
    /// <param name="shape">The tensor's shape.</param>
    /// <param name="scale">The width of the range.</param>
    public static Tensor Uniform(uint seed, long[] shape, float scale = 1)
    {
        var values = new float[shape.Aggregate(1L, (product, length) => product * length)];
        for (int i = 0; i < values.Length; i++)
        {
            // Wellons' "lowbias32" hash.
            uint h = (uint)i + seed * 0x9E3779B9;
            h = (h ^ h >> 16) * 0x7FEB352D;
            h = (h ^ h >> 15) * 0x846CA68B;
            h ^= h >> 16;
            values[i] = ((h >> 8) * (1f / (1 << 24)) - 0.5f) * scale;
        }

        return tensor(values, shape);
    }

    /// <summary>The labels 0, 1, …, 9, 0, 1, ….</summary>
    /// <param name="count">How many.</param>
    public static Tensor Labels(int count) => tensor(Enumerable.Range(0, count).Select(i => (long)i % 10).ToArray(), [count]);

    /// <summary>Fills weights so that layers keep the size of a signal; biases become zero, scales stay one.</summary>
    /// <param name="parameters">The parameters of a network, in order.</param>
    public static void Fill(IEnumerable<Tensor> parameters)
    {
        using var untracked = no_grad();
        uint seed = 100;
        foreach (var parameter in parameters)
        {
            long[] shape = parameter.shape;
            if (shape.Length > 1)
                parameter.copy_(Uniform(seed, shape, MathF.Sqrt(12f / (parameter.numel() / shape[0]))));
            else if (parameter.sum().item<float>() != parameter.numel())
                parameter.zero_();
            seed++;
        }
    }
}
