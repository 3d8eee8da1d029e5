using static TorchSharp.torch.optim;

namespace TorchSharp;

/// <summary>The momentum of groups, or the first of their two decay rates, which a schedule moves with the learning rates.</summary>
internal sealed class CycledMomentum
{
    private readonly ILearningRateController[] _groups;
    private readonly double[] _low;
    private readonly double[] _high;

    public CycledMomentum(ILearningRateController[] groups, double[] low, double[] high, bool allowBetas)
    {
        if (!groups.All(group => group is IMomentum || (allowBetas && group is IBetas)))
            throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled", "optimizer");
        (_groups, _low, _high) = (groups, low, high);
    }

    /// <summary>Sets each group's momentum to something between its least and its largest.</summary>
    public void Set(Func<double, double, double> between)
    {
        for (var i = 0; i < _groups.Length; i++)
        {
            var momentum = between(_low[i], _high[i]);
            if (_groups[i] is IMomentum group)
                group.Momentum = momentum;
            else if (_groups[i] is IBetas adaptive)
                adaptive.Betas = (momentum, adaptive.Betas.Item2);
        }
    }
}
