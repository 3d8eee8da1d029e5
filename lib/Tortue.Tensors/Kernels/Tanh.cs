using System.Numerics;
using System.Numerics.Tensors;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// The hyperbolic tangent, with a small relative error also near zero, where the library's formula through eˣ keeps no digits. There, x
/// times a polynomial or rational function of x², with the coefficients of S. Moshier's Cephes library.
/// </summary>
internal readonly struct Tanh : IUnaryFunction
{
    private const double NearZero = 0.625;

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Tanh(x, y);
        var i = 0;
        for (; i <= x.Length - Vector<T>.Count; i += Vector<T>.Count)
            Corrected(new Vector<T>(x[i..]), new Vector<T>(y[i..])).CopyTo(y[i..]);
        for (; i < x.Length; i++)
            y[i] = Corrected(new Vector<T>(x[i]), new Vector<T>(y[i]))[0];
    }

    private static Vector<T> Corrected<T>(Vector<T> x, Vector<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var near = Vector.LessThan(Vector.Abs(x), Constant<T>(NearZero));
        var z = x * x;
        var correction = typeof(T) == typeof(double) ? Twofold(z) : Single(z);
        return Vector.ConditionalSelect(near, x + (x * z * correction), y);
    }

    private static Vector<T> Single<T>(Vector<T> z)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (((((((Constant<T>(-5.70498872745e-3) * z) + Constant<T>(2.06390887954e-2)) * z) - Constant<T>(5.37397155531e-2)) * z)
            + Constant<T>(1.33314422036e-1)) * z) - Constant<T>(3.33332819422e-1);

    private static Vector<T> Twofold<T>(Vector<T> z)
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
