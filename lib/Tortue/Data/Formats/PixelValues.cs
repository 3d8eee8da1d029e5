using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Tortue.Data.Formats;

/// <summary>Bytes 0 to 255 as float32 in [0, 1].</summary>
internal static class PixelValues
{
    /// <summary>More values than these do not fit into the memory of one tensor.</summary>
    public static readonly int Most = Array.MaxLength / sizeof(float);

    private static readonly float[] Levels = [.. Enumerable.Range(0, 256).Select(level => level / 255f)];

    /// <summary>The memory of a new tensor, to be filled.</summary>
    public static Span<float> Of(Tensor images) => MemoryMarshal.Cast<byte, float>(images.bytes);

    /// <summary>Divides by 255.</summary>
    public static void Scale(ReadOnlySpan<byte> pixels, Span<float> values)
    {
        values = values[..pixels.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = Levels[pixels[i]];
    }
}
