using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Updates;

/// <summary>
/// The step of stochastic gradient descent, with or without momentum (as PyTorch writes it, which accumulates g and not (1 − momentum) g).
/// Kept is the velocity where there is a momentum.
/// </summary>
internal readonly struct SgdUpdate<T> : IUpdate<T>
    where T : unmanaged, INumber<T>
{
    private readonly T _rate;
    private readonly T _momentum;
    private readonly T _share;
    private readonly T _decay;
    private readonly T _sign;
    private readonly bool _nesterov;
    private readonly bool _isFirst;

    public SgdUpdate(double rate, double momentum, double dampening, double weightDecay, bool nesterov, bool maximize, bool isFirst)
    {
        static T Number(double value) => T.CreateTruncating(value);

        (_rate, _momentum, _share, _decay) = (Number(rate), Number(momentum), Number(1 - dampening), Number(weightDecay));
        _sign = Number(maximize ? -1 : 1);
        (_nesterov, _isFirst) = (nesterov, isFirst);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Next<TVector>(
        TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
        where TVector : struct, IUpdateVector<TVector, T>
    {
        gradient *= _sign;
        if (_decay != T.Zero)
            gradient += parameter * _decay;
        if (_momentum != T.Zero)
        {
            // The first velocity is the whole gradient, whatever the dampening.
            first = _isFirst ? gradient : (first * _momentum) + (gradient * _share);
            gradient = _nesterov ? gradient + (first * _momentum) : first;
        }

        return parameter - (gradient * _rate);
    }
}
