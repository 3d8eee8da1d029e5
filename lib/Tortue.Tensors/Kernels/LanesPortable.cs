using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>Whatever <see cref="Vector{T}"/> is on this machine, plain scalar code where it has no vectors.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly unsafe partial struct LanesPortable<T> : ILanes<Vector<T>, T>
    where T : unmanaged, INumber<T>
{
    public static int Count => Vector<T>.Count;

    public static int Registers => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Load(T* source) => Vector.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Broadcast(T* source) => new(*source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T* destination, Vector<T> value) => Vector.Store(value, destination);

    public static Vector<T> LoadFirst(T* source, int count)
    {
        Vector<T> whole = default;
        Unsafe.CopyBlockUnaligned(&whole, source, (uint)(count * sizeof(T)));
        return whole;
    }

    public static void StoreFirst(T* destination, Vector<T> value, int count) =>
        Unsafe.CopyBlockUnaligned(destination, &value, (uint)(count * sizeof(T)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Add(Vector<T> left, Vector<T> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> MultiplyAdd(Vector<T> left, Vector<T> right, Vector<T> addend) => (left * right) + addend;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Vector<T> value) => Vector.Sum(value);

    public static Vector<T> LastLanes(int count) =>
        Vector.GreaterThanOrEqual(Vector<T>.Indices, new Vector<T>(T.CreateTruncating(Count - count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> And(Vector<T> left, Vector<T> right) => left & right;
}
