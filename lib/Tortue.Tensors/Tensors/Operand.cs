using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>
/// A tensor as a kernel wants to read it: the tensor itself where it is so already, and otherwise a copy, which goes back at the end of a
/// <c>using</c>. No scope knows the copy, and it has no history.
/// </summary>
internal readonly ref struct Operand
{
    private readonly bool _isCopy;

    private Operand(Tensor given, Tensor read) => (Tensor, _isCopy) = (read, !ReferenceEquals(given, read));

    /// <summary>What to read; not to be kept.</summary>
    public Tensor Tensor { get; }

    public static implicit operator Tensor(Operand operand) => operand.Tensor;

    /// <summary>The tensor in an element type.</summary>
    public static Operand Of(Tensor tensor, ScalarType type) =>
        new(tensor, type == tensor.dtype ? tensor : tensor.Converted(type, attach: false));

    /// <summary>The tensor with its elements one after the other.</summary>
    public static Operand InOrder(Tensor tensor) =>
        new(tensor, tensor.IsPacked ? tensor : tensor.Converted(tensor.dtype, attach: false));

    /// <summary>The tensor in an element type, with its elements one after the other.</summary>
    public static Operand InOrder(Tensor tensor, ScalarType type) => type == tensor.dtype ? InOrder(tensor) : Of(tensor, type);

    /// <summary>The elements in the order of other sizes and strides.</summary>
    public static Operand Rearranged(Tensor tensor, long[] sizes, long[] strides)
    {
        var view = new Tensor(tensor.Storage.Retain(), sizes, strides, tensor.Offset, attach: false);
        if (view.IsPacked)
            return new Operand(tensor, view);

        var copy = view.Converted(view.dtype, attach: false);
        view.Invalidate();
        return new Operand(tensor, copy);
    }

    /// <summary>The elements of a tensor in order.</summary>
    public Span<T> Span<T>()
        where T : unmanaged => Tensor.Span<T>();

    /// <summary>Gives a copy back.</summary>
    public void Dispose()
    {
        if (_isCopy)
            Tensor.Invalidate();
    }
}
