using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tortue.Tensors.Updates;

/// <summary>As many numbers as an AVX-512 register holds.</summary>
/// <typeparam name="T">The element type, float or double.</typeparam>
internal readonly struct WideVector<T>(Vector512<T> value) : IUpdateVector<WideVector<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly Vector512<T> _value = value;

    public static int Count => Vector512<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector<T> operator +(WideVector<T> left, WideVector<T> right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector<T> operator -(WideVector<T> left, WideVector<T> right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector<T> operator *(WideVector<T> left, WideVector<T> right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector<T> operator *(WideVector<T> left, T right) => new(left._value * right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector<T> operator /(WideVector<T> left, WideVector<T> right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector<T> Create(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector<T> Load(ref readonly T source, nuint index) => new(Vector512.LoadUnsafe(in source, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(WideVector<T> value, ref T destination, nuint index) => value._value.StoreUnsafe(ref destination, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector<T> SquareRoot(WideVector<T> value) => new(Vector512.Sqrt(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector<T> Max(WideVector<T> left, WideVector<T> right) => new(Vector512.Max(left._value, right._value));
}
