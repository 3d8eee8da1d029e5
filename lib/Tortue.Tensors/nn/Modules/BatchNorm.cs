using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Batch normalisation: with the batch's own statistics while training, or without running ones, and with the running ones otherwise.
/// </summary>
public abstract class BatchNorm : NormBase
{
    private protected BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype,
        string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    /// <inheritdoc/>
    /// <param name="input">Batch × channels (× …).</param>
    /// <returns>A tensor of the same shape.</returns>
    public override Tensor forward(Tensor input)
    {
        CheckRank(input);
        var tracking = training && track_running_stats;
        var step = tracking ? CountBatch() : 0;
        return nn.functional.batch_norm(
            input, tracking || !training ? running_mean : null, tracking || !training ? running_var : null, weight, bias,
            training || !track_running_stats, step, eps);
    }

    /// <summary>Refuses inputs with too few or too many dimensions.</summary>
    private protected abstract void CheckRank(Tensor input);

    /// <summary>The error for an input with too few or too many dimensions.</summary>
    private protected static Exception WrongRank(string expected, Tensor input) =>
        new ArgumentException($"expected {expected} input, but got {input.Rank}D input.", nameof(input));
}
