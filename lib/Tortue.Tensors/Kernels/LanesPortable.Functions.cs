using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

internal readonly unsafe partial struct LanesPortable<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Create(double value) =>
        typeof(T) == typeof(float) ? new Vector<float>((float)value).As<float, T>() : new Vector<double>(value).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Stream(T* destination, Vector<T> value) => Vector.StoreAlignedNonTemporal(value, destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Subtract(Vector<T> left, Vector<T> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Multiply(Vector<T> left, Vector<T> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Divide(Vector<T> left, Vector<T> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Least(Vector<T> left, Vector<T> right) => Vector.ConditionalSelect(Vector.LessThan(left, right), left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Most(Vector<T> left, Vector<T> right) => Vector.ConditionalSelect(Vector.GreaterThan(left, right), left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Less(Vector<T> left, Vector<T> right) => Vector.LessThan(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Equal(Vector<T> left, Vector<T> right) => Vector.Equals(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> LessOrEqual(Vector<T> left, Vector<T> right) => Vector.LessThanOrEqual(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> FirstLanes(int count) =>
        Vector.LessThan(Vector<T>.Indices, new Vector<T>(T.CreateTruncating(count)));

    public static uint Bits(Vector<T> mask)
    {
        uint bits = 0;
        for (int i = 0; i < Count; i++)
            bits |= T.IsZero(Vector.BitwiseAnd(mask, Vector<T>.One)[i]) ? 0 : 1u << i;
        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Select(Vector<T> mask, Vector<T> set, Vector<T> unset) =>
        Vector.ConditionalSelect(mask, set, unset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Abs(Vector<T> value) => Vector.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> CopySign(Vector<T> size, Vector<T> sign) => Vector.CopySign(size, sign);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Scale(Vector<T> value, Vector<T> n) => PowersOfTwo<LanesPortable<T>, Vector<T>, T>.Scale(value, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> AddBits(Vector<T> left, Vector<T> right) =>
        typeof(T) == typeof(float)
            ? (Vector.AsVectorInt32(left) + Vector.AsVectorInt32(right)).As<int, T>()
            : (Vector.AsVectorInt64(left) + Vector.AsVectorInt64(right)).As<long, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> SubtractBits(Vector<T> left, Vector<T> right) =>
        typeof(T) == typeof(float)
            ? (Vector.AsVectorInt32(left) - Vector.AsVectorInt32(right)).As<int, T>()
            : (Vector.AsVectorInt64(left) - Vector.AsVectorInt64(right)).As<long, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> ShiftLeft(Vector<T> bits, int count) =>
        typeof(T) == typeof(float)
            ? (Vector.AsVectorInt32(bits) << count).As<int, T>()
            : (Vector.AsVectorInt64(bits) << count).As<long, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> ShiftRight(Vector<T> bits, int count) =>
        typeof(T) == typeof(float)
            ? (Vector.AsVectorInt32(bits) >> count).As<int, T>()
            : (Vector.AsVectorInt64(bits) >> count).As<long, T>();
}
