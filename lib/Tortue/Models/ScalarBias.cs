using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tortue.Models;

/// <summary>Adds one number, the same everywhere, 0 at first: the bias that Fixup puts before each layer.</summary>
public sealed class ScalarBias : Module<Tensor, Tensor>
{
    private readonly Parameter bias;

    /// <summary>A bias of 0.</summary>
    public ScalarBias()
        : base(nameof(ScalarBias))
    {
        bias = Parameter(zeros(1));
        RegisterComponents();
    }

    /// <summary>The number.</summary>
    public Parameter Value => bias;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input + bias;
}
