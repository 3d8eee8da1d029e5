using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors.Updates;

/// <summary>
/// Runs an optimiser's step in one pass over memory: each element of the parameter, of its gradient and of what is kept for it is read
/// once and written once. Every element is computed in the same way wherever it lies, so the number of threads changes no bit.
/// </summary>
internal static class UpdateLoop
{
    /// <summary>Updates a parameter, and what is kept for it, in place; what is kept is packed and of the parameter's shape.</summary>
    public static void Run<T, TUpdate>(TUpdate update, Tensor parameter, Tensor gradient, Tensor? first, Tensor? second, Tensor? third)
        where T : unmanaged, INumber<T>
        where TUpdate : IUpdate<T>
    {
        using var values = Operand.InOrder(parameter);
        using var slopes = Operand.InOrder(gradient);
        if (Vector512.IsHardwareAccelerated)
            Run<T, WideVector<T>, TUpdate>(update, values, slopes, first, second, third);
        else
            Run<T, PortableVector<T>, TUpdate>(update, values, slopes, first, second, third);

        if (!ReferenceEquals(values.Tensor, parameter))
            parameter.Assign(values);
        parameter.Storage.Version++;
    }

    private static void Run<T, TVector, TUpdate>(
        TUpdate update, Tensor values, Tensor slopes, Tensor? first, Tensor? second, Tensor? third)
        where T : unmanaged, INumber<T>
        where TVector : struct, IUpdateVector<TVector, T>
        where TUpdate : IUpdate<T>
    {
        var count = values.Count;
        if (count < 2 * Elementwise.Grain)
            RunPart<T, TVector, TUpdate>(update, values, slopes, first, second, third, 0, count);
        else
            RunInParts<T, TVector, TUpdate>(update, values, slopes, first, second, third, count);
    }

    /// <summary>A method of its own, so that small parameters do not pay for the closure.</summary>
    private static void RunInParts<T, TVector, TUpdate>(
        TUpdate update, Tensor values, Tensor slopes, Tensor? first, Tensor? second, Tensor? third, int count)
        where T : unmanaged, INumber<T>
        where TVector : struct, IUpdateVector<TVector, T>
        where TUpdate : IUpdate<T> =>
        Workers.For(0, count, Elementwise.Grain, (from, to) =>
            RunPart<T, TVector, TUpdate>(update, values, slopes, first, second, third, from, to));

    private static void RunPart<T, TVector, TUpdate>(
        TUpdate update, Tensor values, Tensor slopes, Tensor? first, Tensor? second, Tensor? third, int from, int to)
        where T : unmanaged, INumber<T>
        where TVector : struct, IUpdateVector<TVector, T>
        where TUpdate : IUpdate<T>
    {
        Span<T> Part(Tensor? tensor) => tensor is null ? [] : tensor.Span<T>()[from..to];

        Span<T> parameter = Part(values), gradient = Part(slopes), a = Part(first), b = Part(second), c = Part(third);
        var whole = parameter.Length - (parameter.Length % TVector.Count);
        RunVectors<T, TVector, TUpdate>(update, parameter, gradient, a, b, c, whole);
        if (whole == parameter.Length)
            return;

        // The rest goes through buffers of one vector each, so that it is computed like all the others.
        Span<T> buffers = stackalloc T[5 * TVector.Count];
        Span<T> parameterRest = Padded(parameter, buffers, 0), gradientRest = Padded(gradient, buffers, 1);
        Span<T> aRest = Padded(a, buffers, 2), bRest = Padded(b, buffers, 3), cRest = Padded(c, buffers, 4);
        RunVectors<T, TVector, TUpdate>(update, parameterRest, gradientRest, aRest, bRest, cRest, TVector.Count);
        Restore(parameterRest, parameter);
        Restore(aRest, a);
        Restore(bRest, b);
        Restore(cRest, c);

        Span<T> Padded(Span<T> full, Span<T> space, int place)
        {
            if (full.IsEmpty)
                return [];
            var rest = space.Slice(place * TVector.Count, TVector.Count);
            rest.Clear();
            full[whole..].CopyTo(rest);
            return rest;
        }

        void Restore(Span<T> rest, Span<T> full)
        {
            if (!full.IsEmpty)
                rest[..(full.Length - whole)].CopyTo(full[whole..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunVectors<T, TVector, TUpdate>(
        TUpdate update, Span<T> parameter, ReadOnlySpan<T> gradient, Span<T> first, Span<T> second, Span<T> third, int length)
        where T : unmanaged, INumber<T>
        where TVector : struct, IUpdateVector<TVector, T>
        where TUpdate : IUpdate<T>
    {
        ref var p = ref MemoryMarshal.GetReference(parameter);
        ref var g = ref MemoryMarshal.GetReference(gradient[..parameter.Length]);
        ref var a = ref MemoryMarshal.GetReference(first);
        ref var b = ref MemoryMarshal.GetReference(second);
        ref var c = ref MemoryMarshal.GetReference(third);
        var (hasFirst, hasSecond, hasThird) = (!first.IsEmpty, !second.IsEmpty, !third.IsEmpty);
        for (nuint i = 0; i < (nuint)length; i += (nuint)TVector.Count)
        {
            var x = hasFirst ? TVector.Load(ref a, i) : default;
            var y = hasSecond ? TVector.Load(ref b, i) : default;
            var z = hasThird ? TVector.Load(ref c, i) : default;
            TVector.Store(update.Next(TVector.Load(ref p, i), TVector.Load(ref g, i), ref x, ref y, ref z), ref p, i);
            if (hasFirst)
                TVector.Store(x, ref a, i);
            if (hasSecond)
                TVector.Store(y, ref b, i);
            if (hasThird)
                TVector.Store(z, ref c, i);
        }
    }
}
