using static TorchSharp.torch;

namespace Tortue.Models;

/// <summary>
/// Dropout whose masks come from a generator of its own: networks that are trained side by side on several threads draw the same masks as
/// when they are trained one after the other. Its rate can change while it is trained, and it knows both conventions of scaling.
/// </summary>
/// <remarks>
/// While training, y = r ∘ x / (1 − p) or y = r ∘ x, with r of independent zeros (probability p) and ones; at test y = x or y = (1 − p) x: see
/// <see cref="DropoutScaling"/>. N. Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", JMLR 2014,
/// whose p is the probability of being kept.
/// </remarks>
public sealed class SeededDropout : nn.Module<Tensor, Tensor>
{
    private readonly Generator _masks;
    private double _rate;

    /// <summary>A layer.</summary>
    /// <param name="rate">Probability p of a zero, from 0 to below 1.</param>
    /// <param name="seed">The seed of the masks.</param>
    /// <param name="scaling">Where the missing units are made up for. Default: in training.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of its range.</exception>
    public SeededDropout(double rate, ulong seed, DropoutScaling scaling = DropoutScaling.AtTraining)
        : base(nameof(SeededDropout))
    {
        Rate = rate;
        Scaling = scaling;
        _masks = new Generator(seed);
        RegisterComponents();
    }

    /// <summary>Probability p of a zero, from 0 to below 1; at 0 nothing is drawn.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of its range.</exception>
    public double Rate
    {
        get => _rate;
        set => _rate = value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, Text.Format(ModelsText.BadDropoutRate, value));
    }

    /// <summary>Where the missing units are made up for.</summary>
    public DropoutScaling Scaling { get; }

    /// <summary>Drops elements while training.</summary>
    /// <param name="input">Any tensor.</param>
    /// <returns>A tensor of the same shape.</returns>
    public override Tensor forward(Tensor input)
    {
        double kept = 1 - Rate;
        if (kept == 1)
            return input;
        if (!training)
            return Scaling == DropoutScaling.AtTest ? input * kept : input;
        using var scope = NewDisposeScope();
        var mask = rand(input.shape, generator: _masks).lt(kept).to_type(input.dtype);
        var output = input * (Scaling == DropoutScaling.AtTraining ? mask / kept : mask);
        return output.MoveToOuterDisposeScope();
    }
}
