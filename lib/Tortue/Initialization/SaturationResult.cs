using Tortue.Display;
using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>What <see cref="Saturation"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Networks">All networks with sigmoid, then with tanh, then with softsign.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record SaturationResult(
    SaturationOptions Options, RunRecord Run, IReadOnlyList<SaturationNetwork> Networks) : IExperimentResult
{
    /// <summary>A sigmoid layer whose mean is below this has fallen to 0.</summary>
    public const double Fallen = 0.2;

    /// <summary>A sigmoid layer whose mean is above this has stayed.</summary>
    public const double Stayed = 0.4;

    /// <summary>A fallen layer whose mean is this many times its lowest has come back.</summary>
    public const double Returned = 1.5;

    /// <summary>A layer has begun to saturate when this share of its values has.</summary>
    public const double Begun = 0.05;

    /// <summary>Layers saturate together when the last begins after at most this many times the steps of the first.</summary>
    public const double Together = 1.5;

    /// <summary>One quantity of one layer over training: the mean over the networks.</summary>
    /// <param name="activation">Sigmoid, tanh or softsign.</param>
    /// <param name="layer">The hidden layer, from 0 for the first.</param>
    /// <param name="quantity">Which.</param>
    public IReadOnlyList<double> Curve(Activation activation, int layer, Func<LayerActivity, double> quantity)
    {
        var networks = Of(activation);
        return [.. networks[0].Points.Select((_, point) => networks.Average(network => quantity(network.Points[point].Layers[layer])))];
    }

    /// <summary>For each hidden layer, the steps until <see cref="Begun"/> of its values were saturated; null for never.</summary>
    /// <param name="activation">Tanh or softsign.</param>
    public IReadOnlyList<int?> BeginsAfter(Activation activation) => [.. Layers(activation).Select(layer =>
    {
        int point = Curve(activation, layer, values => values.Saturated).ToList().FindIndex(share => share >= Begun);
        return point < 0 ? (int?)null : Of(activation)[0].Points[point].Step;
    })];

    /// <summary>
    /// Whether the top hidden layer of the sigmoid network falls to 0, alone, and later comes back; tanh saturates layer by layer from the
    /// first; and softsign in all layers together.
    /// </summary>
    public Verdict Verdict()
    {
        var (start, end, lowest) = SigmoidTop();
        bool[] parts = [SigmoidFalls(), SigmoidFalls() && end > Returned * lowest, TanhByLayer(), SoftsignTogether()];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                InitializationText.SaturationSentence,
                start, end, Options.LastStep, parts[1] ? InitializationText.ComesBack : InitializationText.StaysDown,
                Words(BeginsAfter(Activation.Tanh)), Words(BeginsAfter(Activation.Softsign)),
                Inner(Activation.Tanh), Inner(Activation.Softsign)),
            Text.Format(InitializationText.SaturationRule, Fallen, Stayed, Returned, Begun, Together));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private static string Words(IReadOnlyList<int?> steps) =>
        string.Join(", ", steps.Select(step => step is { } some ? Text.Format("{0:N0}", some) : InitializationText.Never));

    private SaturationNetwork[] Of(Activation activation) => [.. Networks.Where(network => network.Activation == activation)];

    private IEnumerable<int> Layers(Activation activation) => Enumerable.Range(0, Of(activation)[0].Points[0].Layers.Count);

    private (double Start, double End, double Lowest) SigmoidTop()
    {
        var top = Curve(Activation.Sigmoid, Layers(Activation.Sigmoid).Last(), values => values.Mean);
        return (top[0], top[^1], top.Min());
    }

    private bool SigmoidFalls() => SigmoidTop().Lowest < Fallen && Layers(Activation.Sigmoid).SkipLast(1)
        .All(layer => Curve(Activation.Sigmoid, layer, values => values.Mean)[^1] > Stayed);

    // Layers that never begin count as later than all others; two at least must begin, and not at once.
    private bool TanhByLayer()
    {
        var steps = BeginsAfter(Activation.Tanh).Select(step => step ?? int.MaxValue).ToArray();
        return steps[0] < steps[1] && steps[1] < int.MaxValue && steps.Zip(steps.Skip(1)).All(pair => pair.First <= pair.Second);
    }

    private bool SoftsignTogether()
    {
        var steps = BeginsAfter(Activation.Softsign);
        return steps.All(step => step is not null) && steps.Max() <= Together * steps.Min();
    }

    // How far apart the spreads of the inner hidden layers are at the end: all but the first, which sees the images, and the last.
    private double Inner(Activation activation)
    {
        var inner = Layers(activation).Skip(1).SkipLast(1);
        var ends = inner.Select(layer => Curve(activation, layer, values => values.Deviation)[^1]).ToArray();
        return ends.Max() / ends.Min();
    }
}
