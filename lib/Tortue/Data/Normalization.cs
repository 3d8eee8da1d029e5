using static TorchSharp.torch;

namespace Tortue.Data;

/// <summary>
/// Takes each channel (or feature) to mean 0 and standard deviation 1. The statistics come from the training part alone: those of the test
/// part are not known when a network is trained.
/// </summary>
public sealed class Normalization
{
    private readonly float[] _means;
    private readonly float[] _deviations;

    private Normalization(float[] means, float[] deviations)
    {
        _means = means;
        _deviations = deviations;
    }

    /// <summary>The channels' means.</summary>
    public IReadOnlyList<float> Means => _means;

    /// <summary>The channels' standard deviations; 1 where a channel is constant.</summary>
    public IReadOnlyList<float> Deviations => _deviations;

    /// <summary>Measures the training part.</summary>
    /// <param name="training">N×features or N×channels×height×width.</param>
    public static Normalization Of(LabelledData training)
    {
        using var scope = NewDisposeScope();
        var channels = training.Inputs.transpose(0, 1).flatten(1).to(float64);
        var deviations = channels.std(1, unbiased: false).data<double>().ToArray();
        return new(
            [.. channels.mean([1]).data<double>().ToArray().Select(mean => (float)mean)],
            [.. deviations.Select(deviation => deviation > 0 ? (float)deviation : 1)]);
    }

    /// <summary>The examples, normalised by these statistics.</summary>
    /// <exception cref="ArgumentException">The examples have another number of channels.</exception>
    public LabelledData Apply(LabelledData data)
    {
        if (data.Inputs.shape[1] != _means.Length)
            throw new ArgumentException(Text.Format(DataText.OtherChannels, data.Name, data.Inputs.shape[1], _means.Length));
        using var scope = NewDisposeScope();
        long[] shape = [1, _means.Length, .. Enumerable.Repeat(1L, (int)data.Inputs.dim() - 2)];
        var inputs = (data.Inputs - tensor(_means).view(shape)) / tensor(_deviations).view(shape);
        return data.WithInputs(inputs.MoveToOuterDisposeScope());
    }
}
