using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// The hyperbolic tangent, with a small relative error also near zero, where the library's formula for float64 keeps no digits. There, x
/// times a rational function of x², with the coefficients of S. Moshier's Cephes library.
/// </summary>
internal readonly struct Tanh : IUnaryFunction, ILaneFunction
{
    private const double NearZero = 0.625;

    public static int Grain => 8192;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (LaneLoop.TryMap<Tanh, T>(x, y))
            return;

        TensorPrimitives.Tanh(x, y);
        var i = 0;
        for (; i <= x.Length - Vector<T>.Count; i += Vector<T>.Count)
            Corrected(new Vector<T>(x[i..]), new Vector<T>(y[i..])).CopyTo(y[i..]);
        for (; i < x.Length; i++)
            y[i] = Corrected(new Vector<T>(x[i]), new Vector<T>(y[i]))[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct => SingleMath<TLanes, TVector>.Tanh(x);

    private static Vector<T> Corrected<T>(Vector<T> x, Vector<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var near = Vector.LessThan(Vector.Abs(x), Constant<T>(NearZero));
        var z = x * x;
        return Vector.ConditionalSelect(near, x + (x * z * Quotient(z)), y);
    }

    private static Vector<T> Quotient<T>(Vector<T> z)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var above = (((Constant<T>(-9.64399179425052238628e-1) * z) - Constant<T>(9.92877231001918586564e1)) * z)
            - Constant<T>(1.61468768441708447952e3);
        var below = ((((z + Constant<T>(1.12811678491632931402e2)) * z) + Constant<T>(2.23548839060100448583e3)) * z)
            + Constant<T>(4.84406305325125486048e3);
        return above / below;
    }

    private static Vector<T> Constant<T>(double value)
        where T : unmanaged, IFloatingPointIeee754<T> => new(T.CreateTruncating(value));
}
