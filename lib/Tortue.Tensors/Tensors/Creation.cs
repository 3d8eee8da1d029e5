using TorchSharp;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>What all functions that make tensors have in common.</summary>
internal static class Creation
{
    public static Tensor Empty(long[] size, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names = null)
    {
        CheckPlace(device, names);
        foreach (var extent in size)
        {
            if (extent < 0)
                throw TorchError.Because($"Trying to create tensor with negative dimension {extent}: {Shapes.Text(size)}");
        }

        return Wanting(Tensor.Empty([.. size], dtype ?? get_default_dtype()), requiresGrad);
    }

    public static Tensor Filled(long[] size, Scalar value, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names = null)
    {
        var tensor = Empty(size, dtype, device, false, names);
        tensor.Fill(value);
        return Wanting(tensor, requiresGrad);
    }

    /// <summary>The element type of a tensor made of one number.</summary>
    public static ScalarType TypeOf(Scalar value) => value.Type.IsFloatingPoint() ? get_default_dtype() : value.Type;

    /// <summary>A tensor with a copy of some values.</summary>
    public static Tensor From<T>(
        ReadOnlySpan<T> values, long[] size, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names = null)
        where T : unmanaged
    {
        CheckPlace(device, names);
        if (Shapes.Count(size) != values.Length)
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {values.Length} values for shape " +
                $"{Shapes.Text(size)}.");

        var tensor = Tensor.Empty([.. size], ScalarTypes.Of<T>());
        values.CopyTo(tensor.Span<T>());
        if (dtype is null || dtype == tensor.dtype)
            return Wanting(tensor, requiresGrad);
        using (tensor)
            return Wanting(tensor.As(dtype.Value), requiresGrad);
    }

    /// <summary>A tensor with a copy of an array of any rank.</summary>
    public static Tensor From(Array values, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names = null)
    {
        long[] size = [.. Enumerable.Range(0, values.Rank).Select(d => (long)values.GetLength(d))];
        return values.GetType().GetElementType() switch
        {
            Type t when t == typeof(float) => From<float>(Flat<float>(values), size, dtype, device, requiresGrad, names),
            Type t when t == typeof(double) => From<double>(Flat<double>(values), size, dtype, device, requiresGrad, names),
            Type t when t == typeof(long) => From<long>(Flat<long>(values), size, dtype, device, requiresGrad, names),
            Type t when t == typeof(int) => From<int>(Flat<int>(values), size, dtype, device, requiresGrad, names),
            Type t when t == typeof(byte) => From<byte>(Flat<byte>(values), size, dtype, device, requiresGrad, names),
            Type t when t == typeof(bool) => From<bool>(Flat<bool>(values), size, dtype, device, requiresGrad, names),
            var t => throw new NotSupportedException(
                $"An array of {t} is not available in this engine: use float, double, long, int, byte or bool."),
        };
    }

    /// <summary>Fills a tensor and then asks for gradients.</summary>
    public static Tensor Drawn(this Tensor tensor, Action<Tensor> fill, bool requiresGrad)
    {
        fill(tensor);
        return Wanting(tensor, requiresGrad);
    }

    public static void CheckPlace(Device? device, string[]? names = null)
    {
        if (device is not null && device.type != DeviceType.CPU)
        {
            throw new NotSupportedException($"Device '{device}' is not available in this engine, which has the CPU alone: ask for " +
                "torch.CPU, or for 'cuda' only where torch.cuda.is_available().");
        }


        if (names is not null)
            throw new NotSupportedException("Named dimensions are not available in this engine.");
    }

    private static Tensor Wanting(Tensor tensor, bool requiresGrad)
    {
        if (requiresGrad)
            tensor.requires_grad = true;
        return tensor;
    }

    private static ReadOnlySpan<T> Flat<T>(Array values)
        where T : unmanaged
    {
        if (values.Length == 0)
            return [];
        ref var first = ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(values);
        return System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(
            ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref first), values.Length);
    }
}
