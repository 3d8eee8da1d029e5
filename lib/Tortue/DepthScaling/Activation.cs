using System.Globalization;
using System.Text.Json.Serialization;
using Tortue.Numerics;

namespace Tortue.DepthScaling;

/// <summary>An activation function σ, applied to every entry of a vector.</summary>
[JsonConverter(typeof(ActivationJsonConverter))]
public sealed record Activation
{
    private Activation(string name, float? slope)
    {
        Name = name;
        NegativeSlope = slope;
    }

    /// <summary>σ(x) = max(x, 0).</summary>
    public static Activation Relu { get; } = new("relu", 0);

    /// <summary>σ(x) = x.</summary>
    public static Activation Identity { get; } = new("identity", 1);

    /// <summary>σ(x) = tanh x.</summary>
    public static Activation Tanh { get; } = new("tanh", null);

    /// <summary>How the activation is written: "relu", "identity", "tanh", "leaky_relu(0.8)".</summary>
    public string Name { get; }

    /// <summary>The slope on negative numbers of an activation made of two half-lines; null for tanh.</summary>
    public float? NegativeSlope { get; }

    /// <summary>Whether σ(c x) = c σ(x) for every c &gt; 0.</summary>
    public bool IsHomogeneous => NegativeSlope is not null;

    /// <summary>
    /// E[σ(z)²] / E[z²], the same for every symmetric z: (1 + a²)/2 for the negative slope a; null where it depends on the law of z.
    /// </summary>
    public double? MeanSquareGain => NegativeSlope is { } slope ? (1 + (double)slope * slope) / 2 : null;

    /// <summary>σ(x) = x for x ≥ 0 and slope · x below.</summary>
    /// <param name="slope">The slope on negative numbers, from 0 to 1.</param>
    /// <exception cref="ArgumentException">The slope is not between 0 and 1.</exception>
    public static Activation LeakyRelu(double slope)
    {
        if (!(slope is >= 0 and <= 1))
            throw new ArgumentException(Text.Format(DepthScalingText.BadSlope, slope));
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

        return new[] { Relu, Identity, Tanh }.FirstOrDefault(known => known.Name == name)
            ?? throw new ArgumentException(Text.Format(DepthScalingText.UnknownActivation, name));
    }

    /// <summary>σ(x).</summary>
    /// <param name="x">Any number.</param>
    public float Value(float x) => NegativeSlope is not { } slope ? MathF.Tanh(x) : x > 0 ? x : slope * x;

    /// <summary>σ′(x); at a kink the slope on its left, as PyTorch does for relu.</summary>
    /// <param name="x">Any number.</param>
    public float Derivative(float x) => NegativeSlope is not { } slope ? 1 - MathF.Tanh(x) * MathF.Tanh(x) : x > 0 ? 1 : slope;

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
            var t = MathF.Tanh(argument[i]);
            value[i] = t;
            derivative[i] = 1 - t * t;
        }
    }
}
