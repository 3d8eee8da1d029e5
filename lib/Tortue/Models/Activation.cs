using System.Globalization;
using System.Text.Json.Serialization;
using Tortue.Numerics;
using static TorchSharp.torch;

namespace Tortue.Models;

/// <summary>An activation function σ, applied to every entry of a vector or tensor.</summary>
[JsonConverter(typeof(ActivationJsonConverter))]
public sealed record Activation
{
    private readonly Curve _curve;

    private Activation(string name, float slope)
    {
        Name = name;
        NegativeSlope = slope;
    }

    private Activation(string name, Curve curve)
    {
        Name = name;
        _curve = curve;
    }

    private enum Curve
    {
        HalfLines,
        Tanh,
        Sigmoid,
        Softsign,
    }

    /// <summary>σ(x) = max(x, 0).</summary>
    public static Activation Relu { get; } = new("relu", 0f);

    /// <summary>σ(x) = x.</summary>
    public static Activation Identity { get; } = new("identity", 1f);

    /// <summary>σ(x) = tanh x.</summary>
    public static Activation Tanh { get; } = new("tanh", Curve.Tanh);

    /// <summary>σ(x) = 1 / (1 + exp(−x)).</summary>
    public static Activation Sigmoid { get; } = new("sigmoid", Curve.Sigmoid);

    /// <summary>σ(x) = x / (1 + |x|), as X. Glorot and Y. Bengio study it (AISTATS 2010).</summary>
    public static Activation Softsign { get; } = new("softsign", Curve.Softsign);

    /// <summary>How the activation is written: "relu", "identity", "tanh", "sigmoid", "softsign", "leaky_relu(0.8)".</summary>
    public string Name { get; }

    /// <summary>The slope on negative numbers of an activation made of two half-lines; null for a curved one.</summary>
    public float? NegativeSlope { get; }

    /// <summary>Whether σ(c x) = c σ(x) for every c &gt; 0.</summary>
    public bool IsHomogeneous => NegativeSlope is not null;

    /// <summary>
    /// E[σ(z)²] / E[z²], the same for every symmetric z: (1 + a²)/2 for the negative slope a; null where it depends on the law of z.
    /// </summary>
    public double? MeanSquareGain => NegativeSlope is { } slope ? (1 + (double)slope * slope) / 2 : null;

    /// <summary>Whether σ(−x) = −σ(x).</summary>
    public bool IsOdd => NegativeSlope is 1 || _curve is Curve.Tanh or Curve.Softsign;

    /// <summary>γ = sup |σ′|: 1/4 for the sigmoid, 1 for all others.</summary>
    public double SteepestSlope => _curve == Curve.Sigmoid ? 0.25 : 1;

    /// <summary>σ(x) = x for x ≥ 0 and slope · x below.</summary>
    /// <param name="slope">The slope on negative numbers, from 0 to 1.</param>
    /// <exception cref="ArgumentException">The slope is not between 0 and 1.</exception>
    public static Activation LeakyRelu(double slope)
    {
        if (!(slope is >= 0 and <= 1))
            throw new ArgumentException(Text.Format(ModelsText.BadSlope, slope));
        return slope switch
        {
            0 => Relu,
            1 => Identity,
            _ => new(string.Create(CultureInfo.InvariantCulture, $"leaky_relu({(float)slope})"), (float)slope),
        };
    }

    /// <summary>Reads an activation as <see cref="Name"/> writes it.</summary>
    /// <param name="name">For example "relu" or "leaky_relu(0.8)".</param>
    /// <exception cref="ArgumentException">There is no such activation.</exception>
    public static Activation Parse(string name)
    {
        const string Leaky = "leaky_relu(";
        if (name.StartsWith(Leaky, StringComparison.Ordinal) && name.EndsWith(')')
            && double.TryParse(name[Leaky.Length..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var slope))
        {
            return LeakyRelu(slope);
        }

        return new[] { Relu, Identity, Tanh, Sigmoid, Softsign }.FirstOrDefault(known => known.Name == name)
            ?? throw new ArgumentException(Text.Format(ModelsText.UnknownActivation, name));
    }

    /// <summary>σ(x).</summary>
    /// <param name="x">Any number.</param>
    public float Value(float x) => _curve == Curve.Tanh ? MathF.Tanh(x) : (float)Value((double)x);

    /// <summary>σ(x).</summary>
    /// <param name="x">Any number.</param>
    public double Value(double x) => _curve switch
    {
        Curve.Tanh => Math.Tanh(x),
        Curve.Sigmoid => Logistic(x),
        Curve.Softsign => double.IsInfinity(x) ? Math.Sign(x) : x / (1 + Math.Abs(x)),
        _ => x > 0 ? x : NegativeSlope!.Value * x,
    };

    /// <summary>σ′(x); at a kink the slope on its left, as PyTorch does for relu.</summary>
    /// <param name="x">Any number.</param>
    public float Derivative(float x) =>
        _curve == Curve.Tanh ? 1 - MathF.Tanh(x) * MathF.Tanh(x) : (float)Derivative((double)x);

    /// <summary>σ′(x); at a kink the slope on its left, as PyTorch does for relu.</summary>
    /// <param name="x">Any number.</param>
    public double Derivative(double x) => _curve switch
    {
        Curve.Tanh => 1 - Math.Tanh(x) * Math.Tanh(x),
        Curve.Sigmoid => Logistic(x) * Logistic(-x),
        Curve.Softsign => 1 / ((1 + Math.Abs(x)) * (1 + Math.Abs(x))),
        _ => x > 0 ? 1 : NegativeSlope!.Value,
    };

    /// <summary>σ of every entry; gradients flow through it.</summary>
    /// <param name="z">A tensor of any shape, float32 or float64.</param>
    public Tensor Forward(Tensor z) => _curve switch
    {
        Curve.Tanh => z.tanh(),
        Curve.Sigmoid => z.sigmoid(),
        Curve.Softsign => nn.functional.softsign(z),
        _ when NegativeSlope is 1 => z,
        _ when NegativeSlope is 0 => nn.functional.relu(z),
        _ => nn.functional.leaky_relu(z, NegativeSlope!.Value),
    };

    /// <summary>A new layer that applies σ.</summary>
    public nn.Module<Tensor, Tensor> Module() => _curve switch
    {
        Curve.Tanh => nn.Tanh(),
        Curve.Sigmoid => nn.Sigmoid(),
        Curve.Softsign => nn.Softsign(),
        _ when NegativeSlope is 1 => nn.Identity(),
        _ when NegativeSlope is 0 => nn.ReLU(),
        _ => nn.LeakyReLU(NegativeSlope!.Value),
    };

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>σ and σ′ of every entry of a padded vector; the value may overwrite the argument.</summary>
    internal void Apply(ReadOnlySpan<float> argument, Span<float> value, Span<float> derivative)
    {
        if (NegativeSlope is { } slope)
        {
            ColumnMatrix.TwoHalfLines(argument, slope, value, derivative);
            return;
        }

        for (var i = 0; i < argument.Length; i++)
        {
            var x = argument[i];
            value[i] = Value(x);
            derivative[i] = _curve == Curve.Tanh ? 1 - value[i] * value[i] : Derivative(x);
        }
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
