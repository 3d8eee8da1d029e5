using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>The gradient through tanh: g · (1 − y²), where y is tanh's result.</summary>
internal readonly struct TanhGradient : IFusedExpression
{
    public static Vector<T> Invoke<T>(Vector<T> x, Vector<T> y)
        where T : unmanaged, INumber<T> => x * (Vector<T>.One - (y * y));

    public static T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x * (T.One - (y * y));
}

/// <summary>The gradient through the logistic function: g · y · (1 − y), where y is its result.</summary>
internal readonly struct SigmoidGradient : IFusedExpression
{
    public static Vector<T> Invoke<T>(Vector<T> x, Vector<T> y)
        where T : unmanaged, INumber<T> => x * (Vector<T>.One - y) * y;

    public static T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x * (T.One - y) * y;
}

/// <summary>The gradient through the rectifier: g where its result y is positive.</summary>
internal readonly struct RectifierGradient : IFusedExpression
{
    public static Vector<T> Invoke<T>(Vector<T> x, Vector<T> y)
        where T : unmanaged, INumber<T> => Vector.ConditionalSelect(Vector.LessThanOrEqual(y, Vector<T>.Zero), Vector<T>.Zero, x);

    public static T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => y <= T.Zero ? T.Zero : x;
}

/// <summary>x where it is positive, and a slope times x elsewhere: the leaky rectifier.</summary>
internal readonly struct LeakyRectifier : IFusedExpression
{
    public static Vector<T> Invoke<T>(Vector<T> x, Vector<T> y)
        where T : unmanaged, INumber<T> => Vector.ConditionalSelect(Vector.GreaterThan(x, Vector<T>.Zero), x, x * y);

    public static T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x > T.Zero ? x : x * y;
}

/// <summary>One where x is positive, and the slope elsewhere: the derivative of the leaky rectifier.</summary>
internal readonly struct LeakyRectifierSlope : IFusedExpression
{
    public static Vector<T> Invoke<T>(Vector<T> x, Vector<T> y)
        where T : unmanaged, INumber<T> => Vector.ConditionalSelect(Vector.GreaterThan(x, Vector<T>.Zero), Vector<T>.One, y);

    public static T Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x > T.Zero ? T.One : y;
}
