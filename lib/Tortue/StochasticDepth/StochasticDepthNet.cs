using TorchSharp.Modules;
using Tortue.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tortue.StochasticDepth;

/// <summary>
/// A residual network whose blocks are left out by chance while it is trained, anew for each minibatch:
/// H_l = ReLU(b_l f_l(H_{l−1}) + H_{l−1}) with b_l = 1 with probability p_l, else 0. At test all blocks take part. G. Huang, Y. Sun, Z.
/// Liu, D. Sedra, K. Weinberger, "Deep networks with stochastic depth", ECCV 2016. With p_L = 1 it is a usual residual network: "constant
/// depth".
/// </summary>
/// <remarks>
/// <para>
/// A block that is left out is really skipped: its branch is neither computed nor gone back through, its batch norms see nothing and keep
/// their running statistics, and its weights have no gradient. H is not negative, so that what is left of the block is its shortcut.
/// </para>
/// <para>
/// Optimisers skip weights without a gradient, provided that <c>zero_grad</c> takes the gradients of the step before away, as it does: in
/// that step neither momentum nor weight decay moves them, and their velocity waits unchanged for the next minibatch in which the block
/// survives. The paper's own code (Torch, one flat vector of weights) goes on with a gradient of 0 instead: there the velocity decays and
/// still moves the weights, and weight decay acts in every step. With p_l = ½, weight decay is thus about half as strong here for block l.
/// </para>
/// <para>Whether block l survives minibatch number t is a function of the seed, t and l alone; with a higher p_l it survives where it did
/// with a lower one.</para>
/// </remarks>
public sealed class StochasticDepthNet : Module<Tensor, Tensor>
{
    private readonly Sequential stem;
    private readonly ModuleList<SurvivingBlock> blocks;
    private readonly Linear classifier;
    private readonly SurvivalRule _rule;
    private readonly ulong _seed;
    private readonly bool[] _active;
    private IReadOnlyList<double> _survivals;
    private double _lastSurvival;

    /// <summary>A network with weights drawn by the engine's generator: convolutions after He (normal, fan-out), batch norm 1 and
    /// 0.</summary>
    /// <param name="shape">Its size.</param>
    /// <param name="lastSurvival">p_L, the survival probability of the last block, 0 to 1. Default: 1, constant depth.</param>
    /// <param name="rule">How the other blocks' probabilities follow. Default: linear.</param>
    /// <param name="scaling">Where it is made up for blocks that were left out. Default: at test, as in the paper.</param>
    /// <param name="seed">The seed of what survives; it has nothing to do with the weights. Default: 1.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public StochasticDepthNet(
        StochasticDepthShape shape,
        double lastSurvival = 1,
        SurvivalRule rule = SurvivalRule.Linear,
        SurvivalScaling scaling = SurvivalScaling.AtTest,
        ulong seed = 1)
        : base(nameof(StochasticDepthNet))
    {
        ArgumentNullException.ThrowIfNull(shape);
        shape.Validate();
        _survivals = SurvivalProbabilities.Of(rule, shape.Blocks, lastSurvival);
        _active = new bool[shape.Blocks];
        (_rule, _lastSurvival, _seed, Scaling) = (rule, lastSurvival, seed, scaling);
        long width = shape.Width;
        stem = Sequential(Convolutions.He(shape.InputChannels, width, 3, shape.StemStride), BatchNorm2d(width), ReLU());
        blocks = ModuleList<SurvivingBlock>();
        for (int l = 0; l < shape.Blocks; l++)
        {
            bool widens = l > 0 && l % shape.BlocksPerStage == 0;
            blocks.Add(new(width, widens ? 2 * width : width, widens ? 2 : 1));
            width = widens ? 2 * width : width;
        }

        classifier = Linear(width, shape.Classes);
        RegisterComponents();
    }

    /// <summary>p_L, the survival probability of the last block, 0 to 1. It may be set at any time, for example at each step of a schedule;
    /// those of the other blocks follow.</summary>
    /// <exception cref="ArgumentException">The number is out of its range.</exception>
    public double LastSurvival
    {
        get => _lastSurvival;
        set
        {
            _survivals = SurvivalProbabilities.Of(_rule, blocks.Count, value);
            _lastSurvival = value;
        }
    }

    /// <summary>p_1 … p_L as they are now.</summary>
    public IReadOnlyList<double> Survivals => _survivals;

    /// <summary>Where it is made up for blocks that were left out.</summary>
    public SurvivalScaling Scaling { get; }

    /// <summary>
    /// Whether blocks that are left out are skipped, as they should be. Without, their branches are computed and multiplied by 0: the same
    /// outputs and gradients and no time saved, to show what skipping is for. (Their batch norms see the minibatch then, and their weights
    /// have gradients of 0, on which momentum and weight decay act.) Default: true.
    /// </summary>
    public bool Skips { get; set; } = true;

    /// <summary>Minibatches that have gone through the network while training.</summary>
    public uint Minibatches { get; private set; }

    /// <summary>Which blocks took part in the last forward pass, first block first; none before the first pass.</summary>
    public IReadOnlyList<bool> LastActive => _active;

    /// <summary>How many blocks took part in the last forward pass, 0 to L: L at test.</summary>
    public int LastDepth => _active.Count(active => active);

    /// <summary>The weights of the first block's first convolution, [out, in, 3, 3]: where the paper looks at the gradient (figure
    /// 7).</summary>
    public Parameter FirstBlockWeight => blocks[0].FirstWeight;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        Draw();
        var state = stem.call(input);
        for (int l = 0; l < _active.Length; l++)
            state = Step(blocks[l], state, _active[l], _survivals[l]);
        return classifier.call(state.mean([2, 3]));
    }

    // A block that never survives was never trained: it is left out at test too, whatever the scaling.
    private void Draw()
    {
        if (training)
            BlockGates.Draw(_seed, Minibatches++, _survivals, _active);
        else
            _survivals.Select(p => p > 0).ToArray().CopyTo(_active, 0);
    }

    private Tensor Step(SurvivingBlock block, Tensor state, bool active, double survival)
    {
        var shortcut = block.Shortcut(state);
        bool isMasked = training && !Skips;
        if (!active && !isMasked)
            return shortcut;
        double factor = Scaling == SurvivalScaling.AtTest ? (training ? 1 : survival) : (training ? 1 / survival : 1);
        var branch = block.Branch(state);
        if (isMasked || factor != 1)
            branch = branch * (active ? factor : 0);
        return functional.relu(branch + shortcut);
    }
}
