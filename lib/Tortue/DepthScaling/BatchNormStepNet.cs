using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tortue.DepthScaling;

/// <summary>A residual network of modules that can be trained, with or without batch normalization (with γ and β, and running statistics):
/// res-3 with ReLU, and ten classes. For the time of its steps; its layers have the engine's own initialisation.</summary>
internal sealed class BatchNormStepNet : Module<Tensor, Tensor>
{
    private readonly ModuleList<Linear> _inner, _outer;
    private readonly ModuleList<BatchNorm1d> _norms;
    private readonly Linear _classifier;
    private readonly BatchNormVariant _variant;
    private readonly double _alpha;

    /// <summary>A network whose layers' weights are drawn by the engine's generator.</summary>
    public BatchNormStepNet(BatchNormVariant variant, int width, int depth)
        : base(nameof(BatchNormStepNet))
    {
        (_variant, _alpha) = (variant, 1 / Math.Sqrt(depth));
        _inner = ModuleList<Linear>();
        _outer = ModuleList<Linear>();
        _norms = ModuleList<BatchNorm1d>();
        for (int k = 0; k < depth; k++)
        {
            _inner.Add(Linear(width, width, hasBias: false));
            _outer.Add(Linear(width, width, hasBias: false));
            if (variant is BatchNormVariant.Branch or BatchNormVariant.State)
                _norms.Add(BatchNorm1d(width));
        }

        _classifier = Linear(width, BatchNormCostOptions.Classes);
        RegisterComponents();
    }

    /// <summary>Ten scores for each example.</summary>
    /// <param name="input">n × width.</param>
    public override Tensor forward(Tensor input)
    {
        var state = input;
        for (int k = 0; k < _inner.Count; k++)
        {
            var branch = _outer[k].forward(functional.relu(_inner[k].forward(state)));
            state = _variant switch
            {
                BatchNormVariant.Branch => state + _norms[k].forward(branch),
                BatchNormVariant.State => _norms[k].forward(state + branch),
                _ => state + _alpha * branch,
            };
        }

        return _classifier.forward(state);
    }
}
