using TorchSharp;
using static TorchSharp.torch;

namespace Tortue.Tensors.Saving;

/// <summary>What stands before a tensor's values in a file: its element type and its shape.</summary>
/// <param name="Type">The element type, which may be one that this engine does not compute with.</param>
/// <param name="Sizes">The size of each dimension.</param>
internal sealed record TensorHeader(ScalarType Type, long[] Sizes)
{
    /// <summary>The number of bytes of the values.</summary>
    public long ByteCount => Shapes.Count(Sizes) * Type.ElementSize();

    /// <inheritdoc/>
    public override string ToString() => $"{Type} of shape {Shapes.Text(Sizes)}";
}
