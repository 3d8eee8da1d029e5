using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tortue.Numerics;

internal static partial class ColumnMatrix
{
    /// <summary>target += scale · vector, over whole padded vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(ReadOnlySpan<float> vector, float scale, Span<float> target)
    {
        ref var source = ref MemoryMarshal.GetReference(vector);
        ref var sum = ref MemoryMarshal.GetReference(target);
        var factor = Vector512.Create(scale);
        for (nuint i = 0; i < (nuint)target.Length; i += Lanes)
        {
            var old = Vector512.LoadUnsafe(ref sum, i);
            Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source, i), factor, old).StoreUnsafe(ref sum, i);
        }
    }

    /// <summary>target *= vector, entry by entry, over whole padded vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyEntries(Span<float> target, ReadOnlySpan<float> vector)
    {
        ref var source = ref MemoryMarshal.GetReference(vector);
        ref var product = ref MemoryMarshal.GetReference(target);
        for (nuint i = 0; i < (nuint)target.Length; i += Lanes)
            (Vector512.LoadUnsafe(ref source, i) * Vector512.LoadUnsafe(ref product, i)).StoreUnsafe(ref product, i);
    }

    /// <summary>x ↦ x above 0 and slope · x elsewhere, with its derivative, over whole padded vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TwoHalfLines(ReadOnlySpan<float> argument, float slope, Span<float> value, Span<float> derivative)
    {
        ref var source = ref MemoryMarshal.GetReference(argument);
        ref var image = ref MemoryMarshal.GetReference(value);
        ref var slopes = ref MemoryMarshal.GetReference(derivative);
        var below = Vector512.Create(slope);
        for (nuint i = 0; i < (nuint)argument.Length; i += Lanes)
        {
            var x = Vector512.LoadUnsafe(ref source, i);
            var factor = Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512<float>.Zero), Vector512<float>.One, below);
            (x * factor).StoreUnsafe(ref image, i);
            factor.StoreUnsafe(ref slopes, i);
        }
    }
}
