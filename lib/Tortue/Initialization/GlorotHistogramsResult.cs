using Tortue.Display;
using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>What <see cref="GlorotHistograms"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Networks">All networks of the first initialisation, then all of the second; the first of each has histograms.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record GlorotHistogramsResult(
    GlorotHistogramsOptions Options, RunRecord Run, IReadOnlyList<GlorotNetwork> Networks) : IExperimentResult
{
    /// <summary>With U(±1/√n), δ loses this share of its variance from a layer to the one below: n Var[w] = 1/3 is left.</summary>
    public const double StandardFactor = 1.0 / 3;

    /// <summary>How far the measured share may be from n Var[w] E[f′(z)²], as a part of it.</summary>
    public const double Tolerance = 0.1;

    /// <summary>With the normalised initialisation, spreads of two layers differ by less than this factor.</summary>
    public const double KeptWithin = 3;

    /// <summary>Spreads "about the same in all layers" differ by less than this factor.</summary>
    public const double AboutTheSame = 2;

    /// <summary>The two initialisations: the old heuristic, and Glorot and Bengio's normalised one.</summary>
    internal static IReadOnlyList<WeightInit> Inits { get; } = [WeightInit.Standard, WeightInit.GlorotUniform];

    /// <summary>The spread of a quantity in each layer, from the first: the mean over the networks of the standard deviation.</summary>
    /// <param name="init">The initialisation.</param>
    /// <param name="quantity">Which.</param>
    public IReadOnlyList<double> Deviations(WeightInit init, GlorotQuantity quantity) =>
        [.. Range(init, quantity).Select(layer => layer.Mean)];

    /// <summary>How much of its variance δ keeps from a layer to the one below: the geometric mean over the layers, and what n Var[w] times
    /// the measured E[f′(z)²] makes of it.</summary>
    /// <param name="init">The initialisation.</param>
    public (double Measured, double Predicted) DeltaFactor(WeightInit init)
    {
        double gain = Options.Width * init.Variance(Options.Width, Options.Width);
        var networks = Networks.Where(network => network.Init == init).ToArray();
        return (
            Math.Exp(networks.Average(network => network.Layers.Zip(network.Layers.Skip(1)).Average(
                pair => 2 * Math.Log(pair.First.Deltas.Deviation / pair.Second.Deltas.Deviation)))),
            Math.Exp(networks.Average(network => network.Layers.SkipLast(1).Average(layer => Math.Log(gain * layer.MeanSquareSlope)))));
    }

    /// <summary>
    /// Whether, with the old heuristic, activations shrink from layer to layer on the way up and back-propagated gradients on the way down,
    /// by the share that the algebra predicts; weight gradients do not; and the normalised initialisation keeps all three.
    /// </summary>
    public Verdict Verdict()
    {
        var (old, normalized) = (Inits[0], Inits[1]);
        var (up, down) = (Deviations(old, GlorotQuantity.Activation), Deviations(old, GlorotQuantity.Delta));
        var (measured, predicted) = DeltaFactor(old);
        double kept = Math.Max(Ratio(normalized, GlorotQuantity.Activation), Ratio(normalized, GlorotQuantity.Delta));
        double cancelled = Ratio(old, GlorotQuantity.WeightGradient);
        bool[] parts =
        [
            up.Zip(up.Skip(1)).All(pair => pair.Second < pair.First),
            down.Zip(down.Skip(1)).All(pair => pair.First < pair.Second),
            Math.Abs(measured - predicted) <= Tolerance * predicted,
            kept < KeptWithin,
            cancelled < AboutTheSame,
        ];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                InitializationText.SpreadsSentence,
                Ratio(old, GlorotQuantity.Activation), Ratio(old, GlorotQuantity.Delta), measured, predicted, kept, cancelled),
            Text.Format(InitializationText.SpreadsRule, Tolerance, KeptWithin, AboutTheSame));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private double Ratio(WeightInit init, GlorotQuantity quantity)
    {
        var deviations = Deviations(init, quantity);
        return deviations.Max() / deviations.Min();
    }

    private IEnumerable<(double Smallest, double Mean, double Largest)> Range(WeightInit init, GlorotQuantity quantity)
    {
        var networks = Networks.Where(network => network.Init == init).ToArray();
        return Enumerable.Range(0, Options.Depth).Select(layer =>
        {
            var deviations = networks.Select(network => network.Layers[layer].Of(quantity).Deviation).ToArray();
            return (deviations.Min(), deviations.Average(), deviations.Max());
        });
    }
}
