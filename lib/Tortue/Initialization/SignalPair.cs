using System.Text.Json.Serialization;
using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>An activation with an initialisation: what all layers of a network share.</summary>
/// <param name="Activation">σ.</param>
/// <param name="Init">How the weights are drawn.</param>
/// <param name="IsLsuv">Whether each layer's weights are then divided by the deviation that is measured at its output, as LSUV does (D.
/// Mishkin, J. Matas, ICLR 2016). Default: no.</param>
[JsonConverter(typeof(SignalPairJsonConverter))]
public sealed record SignalPair(Activation Activation, WeightInit Init, bool IsLsuv = false)
{
    private const string LsuvName = "lsuv";

    /// <summary>The initialisation's name: that of <see cref="Init"/>, or "lsuv".</summary>
    public string InitName => IsLsuv ? LsuvName : Init.Name;

    /// <summary>How the pair is written: "relu/he_normal", "tanh/lsuv".</summary>
    public string Name => $"{Activation.Name}/{InitName}";

    /// <summary>
    /// Whether the predicted variances are exact means over networks of any width: σ is made of two half-lines, and the weights are
    /// symmetric and fixed before anything is measured. For other pairs they are the limit of large widths.
    /// </summary>
    public bool IsExact => Activation.IsHomogeneous && !IsLsuv;

    /// <summary>LSUV: orthogonal weights, each layer's then scaled so that its output has variance 1.</summary>
    /// <param name="activation">σ.</param>
    public static SignalPair Lsuv(Activation activation) => new(activation, WeightInit.Orthogonal, true);

    /// <summary>Reads a pair as <see cref="Name"/> writes it.</summary>
    /// <param name="name">For example "relu/he_normal".</param>
    /// <exception cref="ArgumentException">There is no slash, or no such activation or initialisation.</exception>
    public static SignalPair Parse(string name)
    {
        if (name.Split('/') is not [var activation, var init])
            throw new ArgumentException(Text.Format(InitializationText.BadPair, name));
        return init == LsuvName
            ? Lsuv(Activation.Parse(activation))
            : new(Activation.Parse(activation), WeightInit.Parse(init));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
