using Tortue.Data;

namespace Tortue.DropoutRegularization;

/// <summary>The settings of <see cref="DroppedNetwork"/>.</summary>
public sealed record DroppedNetworkOptions
{
    /// <summary>Units of each layer, inputs first and outputs last, three to six layers of 1 to 12 units. Default: 5, 6, 6 and 3.</summary>
    public IReadOnlyList<int> Layers { get; init; } = [5, 6, 6, 3];

    /// <summary>Probability that an input is dropped, from 0 to below 1. Default: 0.2, as Srivastava et al. chose it for images.</summary>
    public double InputRate { get; init; } = 0.2;

    /// <summary>Probability that a hidden unit is dropped, from 0 to below 1. Default: 0.5, as Srivastava et al. chose it.</summary>
    public double HiddenRate { get; init; } = 0.5;

    /// <summary>How many minibatches are shown, 2 to 20, each with a mask of its own. Default: 6.</summary>
    public int Minibatches { get; init; } = 6;

    /// <summary>The seed of the masks. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Layers.Count is < 3 or > 6 || Layers.Any(size => size is < 1 or > 12))
            throw new ArgumentException(DropoutRegularizationText.BadLayers);
        if (InputRate is not (>= 0 and < 1))
            throw new ArgumentException(Text.Format(DropoutRegularizationText.BadInputRate, InputRate));
        if (HiddenRate is not (>= 0 and < 1))
            throw new ArgumentException(Text.Format(DropoutRegularizationText.BadHiddenRate, HiddenRate));
        if (Minibatches is < 2 or > 20)
            throw new ArgumentException(Text.Format(DropoutRegularizationText.BadMinibatches, Minibatches));
    }

    /// <summary>Whether each unit is kept, minibatch by minibatch and layer by layer; outputs always are.</summary>
    internal IReadOnlyList<bool[][]> Masks()
    {
        var random = new RandomStream(Seed, 0);
        bool[] Mask(int layer)
        {
            double rate = layer == 0 ? InputRate : layer == Layers.Count - 1 ? 0 : HiddenRate;
            return [.. Enumerable.Range(0, Layers[layer]).Select(_ => random.Uniform() >= rate)];
        }

        return [.. Enumerable.Range(0, Minibatches).Select(_ => Enumerable.Range(0, Layers.Count).Select(Mask).ToArray())];
    }
}
