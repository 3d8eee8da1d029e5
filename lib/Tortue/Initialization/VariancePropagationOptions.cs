using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>The settings of <see cref="VariancePropagation"/>.</summary>
public sealed record VariancePropagationOptions : IExperimentOptions<VariancePropagationOptions>
{
    private const long MostWeights = 100_000_000;

    /// <summary>About three seconds.</summary>
    public static VariancePropagationOptions Quick { get; } = new();

    /// <summary>More networks, and orthogonal weights and LSUV as well, which take most of the time: about a minute.</summary>
    public static VariancePropagationOptions Standard { get; } = new()
    {
        Networks = 200,
        Pairs =
        [
            .. new VariancePropagationOptions().Pairs,
            .. Parsed("relu/lsuv", "tanh/orthogonal", "tanh/lsuv", "sigmoid/lsuv", "identity/orthogonal"),
        ],
    };

    /// <summary>A hundred layers of 500 units.</summary>
    public static VariancePropagationOptions Full { get; } = Standard with { Width = 500, Depth = 100 };

    /// <summary>
    /// For <see cref="VariancePropagationResult.GainFigure"/>: normal weights of gain σ_w from 0.5 to 2.5 with the identity, ReLU and tanh.
    /// </summary>
    public static VariancePropagationOptions Gains { get; } = new()
    {
        Networks = 40,
        Pairs =
        [
            .. from activation in new[] { Activation.Identity, Activation.Relu, Activation.Tanh }
               from step in Enumerable.Range(2, 9)
               select new SignalPair(activation, WeightInit.Normal(step / 4.0)),
        ],
    };

    /// <summary>
    /// For <see cref="VariancePropagationResult.KaimingVerdict"/>: 20 ReLU layers with the slide's "Kaiming" weights U(±√(6/n)) and with
    /// the frameworks' default U(±1/√n).
    /// </summary>
    public static VariancePropagationOptions KaimingAgainstDefault { get; } = new()
    {
        Depth = 20,
        Pairs = [new(Activation.Relu, WeightInit.HeUniform), new(Activation.Relu, WeightInit.Standard)],
    };

    /// <summary>Every second layer has twice the units, so that fan-in, fan-out and their mean are three different things.</summary>
    public static VariancePropagationOptions AlternatingWidths { get; } = new()
    {
        Alternation = 2,
        Pairs =
        [
            new(Activation.Relu, WeightInit.HeNormal),
            new(Activation.Relu, WeightInit.HeNormalOut),
            new(Activation.Relu, WeightInit.He(mode: FanMode.Average)),
        ],
    };

    /// <summary>
    /// Activations with initialisations, at least one, all different. Default: ReLU, leaky ReLU, tanh, sigmoid, softsign and the identity,
    /// each with what people start it with, rightly and wrongly.
    /// </summary>
    public IReadOnlyList<SignalPair> Pairs { get; init; } = Parsed(
        "relu/standard",
        "relu/glorot_normal",
        "relu/he_normal",
        "relu/he_uniform",
        "tanh/standard",
        "tanh/glorot_uniform",
        "tanh/he_normal",
        "sigmoid/standard",
        "sigmoid/glorot_uniform",
        "softsign/standard",
        "softsign/glorot_uniform",
        "leaky_relu(0.2)/glorot_normal",
        "leaky_relu(0.2)/he_normal(0.2)",
        "identity/standard",
        "identity/glorot_uniform");

    /// <summary>Number of layers L, 2 to 200. Default: 50.</summary>
    public int Depth { get; init; } = 50;

    /// <summary>Inputs, and units of a layer, 32 to 2,048. Default: 128.</summary>
    public int Width { get; init; } = 128;

    /// <summary>The layers 1, 3, 5, … have so many times the width, 1 to 4. Default: 1, all layers alike.</summary>
    public int Alternation { get; init; } = 1;

    /// <summary>Random networks of each pair, 10 to 100,000. Default: 50.</summary>
    [Repetitions]
    public int Networks { get; init; } = 50;

    /// <summary>The seed of all networks, inputs and gradients. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Pairs.Count == 0 || Pairs.Distinct().Count() < Pairs.Count)
            throw new ArgumentException(InitializationText.BadPairs);
        SettingRange.Check(nameof(Depth), Depth, 2, 200);
        SettingRange.Check(nameof(Width), Width, 32, 2048);
        SettingRange.Check(nameof(Alternation), Alternation, 1, 4);
        SettingRange.Check(nameof(Networks), Networks, 10, 100_000);
        if (WeightsOfANetwork > MostWeights)
            throw new ArgumentException(Text.Format(InitializationText.TooManyWeights, WeightsOfANetwork, MostWeights));
    }

    /// <summary>n_0, …, n_L.</summary>
    internal IReadOnlyList<int> Widths => [.. Enumerable.Range(0, Depth + 1).Select(l => l % 2 == 1 ? Width * Alternation : Width)];

    internal long WeightsOfANetwork => (long)Depth * Width * Width * Alternation;

    private static IReadOnlyList<SignalPair> Parsed(params IEnumerable<string> names) => [.. names.Select(SignalPair.Parse)];
}
