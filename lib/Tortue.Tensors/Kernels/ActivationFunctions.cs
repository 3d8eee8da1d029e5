using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>x · Φ(x), where Φ is the distribution function of the normal distribution.</summary>
internal readonly struct NormalGate : ILaneFunction, IDoubleFunction
{
    public static double SqrtHalf => 0.70710678118654752440;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct
    {
        var erf = SingleMath<TLanes, TVector>.Erf(TLanes.Multiply(x, TLanes.Create(SqrtHalf)));
        return TLanes.Multiply(TLanes.Multiply(x, TLanes.Create(0.5)), TLanes.Add(TLanes.Create(1), erf));
    }

    public static double Invoke(double x) => 0.5 * x * (1 + ErrorFunction.Erf(x * SqrtHalf));
}

/// <summary>The gradient through x · Φ(x): g · (Φ(x) + x φ(x)), where φ is the normal distribution's density.</summary>
internal readonly struct NormalGateGradient : ILanePairFunction, IDoublePairFunction
{
    private const double InverseSqrtTwoPi = 0.39894228040143267794;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct
    {
        var erf = SingleMath<TLanes, TVector>.Erf(TLanes.Multiply(y, TLanes.Create(NormalGate.SqrtHalf)));
        var distribution = TLanes.MultiplyAdd(erf, TLanes.Create(0.5), TLanes.Create(0.5));
        var density = SingleMath<TLanes, TVector>.Exp(TLanes.Multiply(TLanes.Multiply(y, y), TLanes.Create(-0.5)));
        var slope = TLanes.MultiplyAdd(TLanes.Multiply(y, TLanes.Create(InverseSqrtTwoPi)), density, distribution);
        return TLanes.Multiply(x, slope);
    }

    public static double Invoke(double x, double y) =>
        x * ((0.5 * (1 + ErrorFunction.Erf(y * NormalGate.SqrtHalf))) + (y * InverseSqrtTwoPi * Math.Exp(-0.5 * y * y)));
}

/// <summary>x / (1 + e⁻ˣ).</summary>
internal readonly struct SigmoidGate : ILaneFunction, IDoubleFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct => TLanes.Multiply(x, SingleMath<TLanes, TVector>.Sigmoid(x));

    public static double Invoke(double x) => x / (1 + Math.Exp(-x));
}

/// <summary>The gradient through x σ(x): g · σ(x) (1 + x (1 − σ(x))).</summary>
internal readonly struct SigmoidGateGradient : ILanePairFunction, IDoublePairFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct
    {
        var (one, sigmoid) = (TLanes.Create(1), SingleMath<TLanes, TVector>.Sigmoid(y));
        var slope = TLanes.MultiplyAdd(y, TLanes.Subtract(one, sigmoid), one);
        return TLanes.Multiply(TLanes.Multiply(x, sigmoid), slope);
    }

    public static double Invoke(double x, double y)
    {
        var sigmoid = 1 / (1 + Math.Exp(-y));
        return x * sigmoid * (1 + (y * (1 - sigmoid)));
    }
}

/// <summary>x where it is positive, and α (eˣ − 1) elsewhere; y is α.</summary>
internal readonly struct ExponentialRectifier : ILanePairFunction, IDoublePairFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct =>
        TLanes.Select(TLanes.Less(default, x), x, TLanes.Multiply(y, SingleMath<TLanes, TVector>.Expm1(x)));

    public static double Invoke(double x, double y) => x > 0 ? x : y * Expm1.Of(x);
}

/// <summary>One where x is positive, and α eˣ elsewhere: the exponential rectifier's derivative; y is α.</summary>
internal readonly struct ExponentialRectifierSlope : ILanePairFunction, IDoublePairFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct =>
        TLanes.Select(TLanes.Less(default, x), TLanes.Create(1), TLanes.Multiply(y, SingleMath<TLanes, TVector>.Exp(x)));

    public static double Invoke(double x, double y) => x > 0 ? 1 : y * Math.Exp(x);
}

/// <summary>log(1 + eˣ).</summary>
internal readonly struct SmoothRectifier : ILaneFunction, IDoubleFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct => SingleMath<TLanes, TVector>.Softplus(x);

    public static double Invoke(double x) => Math.Max(x, 0) + Log1p.Of(Math.Exp(-Math.Abs(x)));
}

/// <summary>The gradient through log(1 + eˣ): g · σ(x).</summary>
internal readonly struct SmoothRectifierGradient : ILanePairFunction, IDoublePairFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Invoke<TLanes, TVector>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct => TLanes.Multiply(x, SingleMath<TLanes, TVector>.Sigmoid(y));

    public static double Invoke(double x, double y) => x / (1 + Math.Exp(-y));
}
