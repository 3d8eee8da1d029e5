using static TorchSharp.torch;

namespace Tortue.Tensors.Saving;

/// <summary>A tensor as PyTorch pickles it: a name of the file with its memory, and how the elements lie there.</summary>
/// <param name="Type">The element type.</param>
/// <param name="Key">Which file in the archive's folder data.</param>
/// <param name="Length">The number of elements in that file.</param>
/// <param name="Offset">The first element.</param>
/// <param name="Sizes">The size of each dimension.</param>
/// <param name="Strides">For each dimension, how many elements lie between neighbours.</param>
/// <param name="RequiresGrad">Whether gradients are wanted.</param>
internal sealed record StoredTensor(
    ScalarType Type, string Key, long Length, long Offset, long[] Sizes, long[] Strides, bool RequiresGrad)
{
    /// <summary>PyTorch's names of memory, with the types of its elements.</summary>
    private static readonly Dictionary<string, ScalarType> StorageTypes = new()
    {
        ["FloatStorage"] = ScalarType.Float32,
        ["DoubleStorage"] = ScalarType.Float64,
        ["LongStorage"] = ScalarType.Int64,
        ["IntStorage"] = ScalarType.Int32,
        ["ShortStorage"] = ScalarType.Int16,
        ["CharStorage"] = ScalarType.Int8,
        ["ByteStorage"] = ScalarType.Byte,
        ["BoolStorage"] = ScalarType.Bool,
        ["HalfStorage"] = ScalarType.Float16,
        ["BFloat16Storage"] = ScalarType.BFloat16,
        ["ComplexFloatStorage"] = ScalarType.ComplexFloat32,
        ["ComplexDoubleStorage"] = ScalarType.ComplexFloat64,
    };

    /// <summary>Whether every element lies inside the memory.</summary>
    public bool FitsItsStorage =>
        Sizes.Length == Strides.Length && Offset >= 0 && Sizes.All(size => size >= 0) && Strides.All(stride => stride >= 0)
        && (Sizes.Contains(0) || Offset + Sizes.Zip(Strides, (size, stride) => (decimal)(size - 1) * stride).Sum() < Length);

    /// <summary>The element type of a kind of memory.</summary>
    public static bool TryTypeOf(string storage, out ScalarType type) => StorageTypes.TryGetValue(storage, out type);

    /// <summary>The kind of memory of an element type.</summary>
    public static string StorageOf(ScalarType type) => StorageTypes.First(pair => pair.Value == type).Key;
}
