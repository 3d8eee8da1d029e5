using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Instance normalisation: each example by its own statistics, or in evaluation by running ones where there are any.</summary>
public abstract class InstanceNorm : NormBase
{
    private protected InstanceNorm(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype,
        string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    /// <inheritdoc/>
    /// <param name="input">(Batch ×) channels × ….</param>
    /// <returns>A tensor of the same shape.</returns>
    public override Tensor forward(Tensor input)
    {
        if (input.Rank != Rank && input.Rank != Rank - 1)
            throw new ArgumentException($"expected {Rank - 1}D or {Rank}D input (got {input.Rank}D input)", nameof(input));
        if (input.Rank == Rank - 1)
            return Composite.Of(() => forward(input.unsqueeze(0)).squeeze(0));
        return nn.functional.instance_norm(
            input, running_mean, running_var, weight, bias, training || !track_running_stats, momentum ?? 0, eps);
    }

    /// <summary>Dimensions of a batch.</summary>
    private protected abstract int Rank { get; }
}
