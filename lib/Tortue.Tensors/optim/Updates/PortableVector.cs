using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Updates;

/// <summary>As many numbers as <see cref="Vector{T}"/> holds on this machine.</summary>
/// <typeparam name="T">The element type, float or double.</typeparam>
internal readonly struct PortableVector<T>(Vector<T> value) : IUpdateVector<PortableVector<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly Vector<T> _value = value;

    public static int Count => Vector<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableVector<T> operator +(PortableVector<T> left, PortableVector<T> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableVector<T> operator -(PortableVector<T> left, PortableVector<T> right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableVector<T> operator *(PortableVector<T> left, PortableVector<T> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableVector<T> operator *(PortableVector<T> left, T right) => new(left._value * right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableVector<T> operator /(PortableVector<T> left, PortableVector<T> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableVector<T> Create(T value) => new(Vector.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableVector<T> Load(ref readonly T source, nuint index) => new(Vector.LoadUnsafe(in source, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(PortableVector<T> value, ref T destination, nuint index) => value._value.StoreUnsafe(ref destination, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableVector<T> SquareRoot(PortableVector<T> value) => new(Vector.SquareRoot(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortableVector<T> Max(PortableVector<T> left, PortableVector<T> right) => new(Vector.Max(left._value, right._value));
}
