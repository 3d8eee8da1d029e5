using System.Text.Json.Serialization;
using static TorchSharp.torch;

namespace Tortue.Models;

/// <summary>
/// How the initial weights of a linear or convolution layer are drawn: independent, centred, of variance gain² / fan; or as a random
/// orthogonal matrix. Biases start at 0.
/// </summary>
[JsonConverter(typeof(WeightInitJsonConverter))]
public sealed partial record WeightInit
{
    private readonly Law _law;
    private readonly double _gain;
    private readonly FanMode _mode;

    private WeightInit(string name, Law law, double gain, FanMode mode)
    {
        if (!(gain > 0 && double.IsFinite(gain)))
            throw new ArgumentException(Text.Format(ModelsText.BadGain, gain));
        (Name, _law, _gain, _mode) = (name, law, gain, mode);
    }

    private enum Law
    {
        Normal,
        Uniform,
        Orthogonal,
    }

    /// <summary>
    /// "standard": uniform on ±1/√fan_in, variance 1 / (3 fan_in). The heuristic that X. Glorot and Y. Bengio start from (AISTATS 2010), and
    /// what the frameworks' linear layers still start with.
    /// </summary>
    public static WeightInit Standard { get; } = new("standard", Law.Uniform, Math.Sqrt(1 / 3.0), FanMode.In);

    /// <summary>"glorot_uniform": uniform on ±√(6 / (fan_in + fan_out)), Glorot and Bengio (2010), equation 16.</summary>
    public static WeightInit GlorotUniform { get; } = new("glorot_uniform", Law.Uniform, 1, FanMode.Average);

    /// <summary>"glorot_normal": normal, variance 2 / (fan_in + fan_out).</summary>
    public static WeightInit GlorotNormal { get; } = new("glorot_normal", Law.Normal, 1, FanMode.Average);

    /// <summary>"he_normal": normal, variance 2 / fan_in; K. He et al. (ICCV 2015), equation 10.</summary>
    public static WeightInit HeNormal { get; } = He();

    /// <summary>"he_uniform": uniform on ±√(6 / fan_in), variance 2 / fan_in.</summary>
    public static WeightInit HeUniform { get; } = He(uniform: true);

    /// <summary>"he_normal_out": normal, variance 2 / fan_out; He et al. (2015), equation 14.</summary>
    public static WeightInit HeNormalOut { get; } = He(mode: FanMode.Out);

    /// <summary>"orthogonal": rows, or columns where these are fewer, orthogonal and of length 1; A. Saxe et al. (2013).</summary>
    public static WeightInit Orthogonal { get; } = new("orthogonal", Law.Orthogonal, 1, FanMode.In);

    /// <summary>How the initialisation is written, such as "he_normal", "he_uniform_out", "he_normal(0.2)", "normal(1.5)".</summary>
    public string Name { get; }

    /// <summary>Whether weights are independent of each other; those of an orthogonal matrix are not.</summary>
    public bool IsIndependent => _law != Law.Orthogonal;

    /// <summary>He's initialisation: variance 2 / ((1 + slope²) fan).</summary>
    /// <param name="slope">The slope on negative numbers of the leaky ReLU that follows, 0 to 1. Default: 0, ReLU.</param>
    /// <param name="mode">Fan-in or fan-out. Default: <see cref="FanMode.In"/>.</param>
    /// <param name="uniform">Uniform in place of normal numbers. Default: no.</param>
    /// <exception cref="ArgumentException">The slope is not between 0 and 1.</exception>
    public static WeightInit He(double slope = 0, FanMode mode = FanMode.In, bool uniform = false)
    {
        if (!(slope is >= 0 and <= 1))
            throw new ArgumentException(Text.Format(ModelsText.BadSlope, slope));
        var fan = mode switch { FanMode.In => "", FanMode.Out => "_out", _ => "_average" };
        var name = (uniform ? "he_uniform" : "he_normal") + fan + (slope == 0 ? "" : Argument(slope));
        return new(name, uniform ? Law.Uniform : Law.Normal, Math.Sqrt(2 / (1 + slope * slope)), mode);
    }

    /// <summary>Normal weights of variance gain² / fan_in; the gain is often called σ_w.</summary>
    /// <param name="gain">Above 0.</param>
    /// <exception cref="ArgumentException">The gain is not above 0.</exception>
    public static WeightInit Normal(double gain) => new("normal" + Argument(gain), Law.Normal, gain, FanMode.In);

    /// <summary>Uniform weights on ±gain √(3 / fan_in), variance gain² / fan_in.</summary>
    /// <param name="gain">Above 0.</param>
    /// <exception cref="ArgumentException">The gain is not above 0.</exception>
    public static WeightInit Uniform(double gain) => new("uniform" + Argument(gain), Law.Uniform, gain, FanMode.In);

    /// <summary>An orthogonal matrix, times a gain.</summary>
    /// <param name="gain">Above 0.</param>
    /// <exception cref="ArgumentException">The gain is not above 0.</exception>
    public static WeightInit ScaledOrthogonal(double gain) =>
        gain == 1 ? Orthogonal : new("orthogonal" + Argument(gain), Law.Orthogonal, gain, FanMode.In);

    /// <summary>The variance of one weight; for an orthogonal matrix gain² / max(fan_in, fan_out).</summary>
    /// <param name="fanIn">Inputs of a unit, at least 1.</param>
    /// <param name="fanOut">Units that an input goes to, at least 1.</param>
    /// <exception cref="ArgumentException">A fan is below 1.</exception>
    public double Variance(long fanIn, long fanOut)
    {
        if (fanIn < 1 || fanOut < 1)
            throw new ArgumentException(Text.Format(ModelsText.BadFans, fanIn, fanOut));
        return _gain * _gain / (_law, _mode) switch
        {
            (Law.Orthogonal, _) => Math.Max(fanIn, fanOut),
            (_, FanMode.In) => fanIn,
            (_, FanMode.Out) => fanOut,
            _ => (fanIn + fanOut) / 2.0,
        };
    }

    /// <summary>Draws the weights of one layer, in place; gradients do not see it.</summary>
    /// <param name="weight">[out, in] of a linear layer, or [out, in, height, width] of a convolution.</param>
    /// <param name="generator">Where randomness comes from; the global generator when omitted.</param>
    /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
    public void Fill(Tensor weight, Generator? generator = null)
    {
        if (weight.shape.Length < 2)
            throw new ArgumentException(Text.Format(ModelsText.TooFewDimensions, string.Join(", ", weight.shape)));
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var area = weight.shape[2..].Aggregate(1L, (product, side) => product * side);
        if (_law == Law.Orthogonal)
            weight.copy_(Rotations(1, weight.shape[0], weight.shape[1] * area, weight.dtype, generator).reshape(weight.shape));
        else
            FillIndependent(weight, Variance(weight.shape[1] * area, weight.shape[0] * area), generator);
    }

    /// <summary>The weights of the same linear layer in many networks.</summary>
    /// <param name="networks">How many.</param>
    /// <param name="fanOut">Units of the layer.</param>
    /// <param name="fanIn">Inputs of the layer.</param>
    /// <param name="generator">Where randomness comes from; the global generator when omitted.</param>
    /// <param name="dtype">float32 or float64. Default: float32.</param>
    /// <returns>[networks, fanOut, fanIn].</returns>
    public Tensor Draw(long networks, long fanOut, long fanIn, Generator? generator = null, ScalarType dtype = ScalarType.Float32)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        if (_law == Law.Orthogonal)
            return Rotations(networks, fanOut, fanIn, dtype, generator).MoveToOuterDisposeScope();
        var weights = empty(networks, fanOut, fanIn, dtype: dtype);
        FillIndependent(weights, Variance(fanIn, fanOut), generator);
        return weights.MoveToOuterDisposeScope();
    }

    /// <summary>Draws every weight of at least two dimensions in a network and sets every bias to 0.</summary>
    /// <param name="network">Its linear and convolution layers are filled in order; parameters of normalisation layers are left alone.</param>
    /// <param name="generator">Where randomness comes from; the global generator when omitted.</param>
    public void Apply(nn.Module network, Generator? generator = null)
    {
        using var _ = no_grad();
        foreach (var layer in network.modules())
        {
            var own = layer.named_parameters(recurse: false).ToDictionary(entry => entry.name, entry => entry.parameter);
            if (!own.TryGetValue("weight", out var weight) || weight.shape.Length < 2)
                continue;
            Fill(weight, generator);
            if (own.TryGetValue("bias", out var bias))
                bias.zero_();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private void FillIndependent(Tensor weight, double variance, Generator? generator)
    {
        if (_law == Law.Normal)
            nn.init.normal_(weight, 0, Math.Sqrt(variance), generator);
        else
            nn.init.uniform_(weight, -Math.Sqrt(3 * variance), Math.Sqrt(3 * variance), generator);
    }

    // The factor Q of normal matrices, with the signs that make R's diagonal positive: then Q is uniform among orthogonal matrices.
    private Tensor Rotations(long networks, long rows, long columns, ScalarType dtype, Generator? generator)
    {
        var normal = empty(networks, Math.Max(rows, columns), Math.Min(rows, columns), dtype: ScalarType.Float64);
        var (q, r) = linalg.qr(nn.init.normal_(normal, 0, 1, generator));
        var signed = q * r.diagonal(0, -2, -1).sign().unsqueeze(-2);
        return (rows < columns ? signed.transpose(-2, -1) : signed).mul(_gain).to_type(dtype).contiguous();
    }
}
