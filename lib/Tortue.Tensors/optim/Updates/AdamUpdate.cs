using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Updates;

/// <summary>
/// The step of Adam (Kingma and Ba 2015, algorithm 1), of AMSGrad (Reddi et al. 2018), and of AdamW (Loshchilov and Hutter 2019,
/// algorithm 2), where weights shrink by themselves and not through their gradients. Kept are m, v and the largest v.
/// </summary>
internal readonly struct AdamUpdate<T> : IUpdate<T>
    where T : unmanaged, INumber<T>
{
    private readonly T _beta1;
    private readonly T _beta2;
    private readonly T _firstShare;
    private readonly T _secondShare;
    private readonly T _rate;
    private readonly T _correction;
    private readonly T _epsilon;
    private readonly T _decay;
    private readonly T _shrink;
    private readonly T _sign;
    private readonly bool _keepsLargest;

    public AdamUpdate(AdamRule rule, long step)
    {
        static T Number(double value) => T.CreateTruncating(value);

        (_beta1, _beta2) = (Number(rule.Beta1), Number(rule.Beta2));
        (_firstShare, _secondShare) = (Number(1 - rule.Beta1), Number(1 - rule.Beta2));
        _rate = Number(rule.Rate / (1 - Math.Pow(rule.Beta1, step)));
        _correction = Number(1 / Math.Sqrt(1 - Math.Pow(rule.Beta2, step)));
        _epsilon = Number(rule.Epsilon);
        _decay = Number(rule.Decoupled ? 0 : rule.WeightDecay);
        _shrink = Number(rule.Decoupled ? 1 - (rule.Rate * rule.WeightDecay) : 1);
        _sign = Number(rule.Maximize ? -1 : 1);
        _keepsLargest = rule.Amsgrad;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Next<TVector>(
        TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
        where TVector : struct, IUpdateVector<TVector, T>
    {
        gradient *= _sign;
        if (_decay != T.Zero)
            gradient += parameter * _decay;
        first = (first * _beta1) + (gradient * _firstShare);
        second = (second * _beta2) + (gradient * gradient * _secondShare);
        var spread = second;
        if (_keepsLargest)
            spread = third = TVector.Max(third, second);
        var root = (TVector.SquareRoot(spread) * _correction) + TVector.Create(_epsilon);
        return (parameter * _shrink) - (first * _rate / root);
    }
}
