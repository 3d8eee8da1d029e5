using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Updates;

/// <summary>
/// The step of RMSprop (Tieleman and Hinton 2012, lecture 6.5), with the variance in place of the mean square where it is centred (Graves
/// 2013, equations 38 to 45). Kept are the mean square, the mean where it is centred, and the momentum where there is one.
/// </summary>
internal readonly struct RmsPropUpdate<T> : IUpdate<T>
    where T : unmanaged, INumber<T>
{
    private readonly T _alpha;
    private readonly T _share;
    private readonly T _rate;
    private readonly T _epsilon;
    private readonly T _decay;
    private readonly T _momentum;
    private readonly T _sign;
    private readonly bool _centered;

    public RmsPropUpdate(double rate, double alpha, double epsilon, double weightDecay, double momentum, bool centered, bool maximize)
    {
        static T Number(double value) => T.CreateTruncating(value);

        (_alpha, _share) = (Number(alpha), Number(1 - alpha));
        (_rate, _epsilon, _decay, _momentum) = (Number(rate), Number(epsilon), Number(weightDecay), Number(momentum));
        _sign = Number(maximize ? -1 : 1);
        _centered = centered;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Next<TVector>(
        TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
        where TVector : struct, IUpdateVector<TVector, T>
    {
        gradient *= _sign;
        if (_decay != T.Zero)
            gradient += parameter * _decay;
        first = (first * _alpha) + (gradient * gradient * _share);
        var spread = first;
        if (_centered)
        {
            second = (second * _alpha) + (gradient * _share);
            spread -= second * second;
        }

        var scaled = gradient / (TVector.SquareRoot(spread) + TVector.Create(_epsilon));
        if (_momentum != T.Zero)
            scaled = third = (third * _momentum) + scaled;
        return parameter - (scaled * _rate);
    }
}
