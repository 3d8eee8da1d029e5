using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>What <see cref="LsuvSteps"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Networks">One for each activation, depth and seed.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record LsuvStepsResult(LsuvStepsOptions Options, RunRecord Run, IReadOnlyList<LsuvNetwork> Networks) : IExperimentResult
{
    /// <summary>By what factor a layer's variance on other images may differ from 1: the geometric mean over networks.</summary>
    public const double UnseenFactor = 1.5;

    private const double LowEnd = 1e-6, HighEnd = 1e2;

    /// <summary>
    /// The deepest networks: on the left the variance of each layer's output on images that were not used, on the right the rescalings that
    /// each layer took. A slider chooses the activation.
    /// </summary>
    public Figure Figure()
    {
        var figures = Options.Activations.Select(activation => (activation.Name, Panels(activation))).ToArray();
        var subtitle = Text.Format(
            InitializationText.LsuvSubtitle, Options.Depths[^1], Options.Networks, Options.Minibatch, Options.Tolerance);
        var figure = figures.Length == 1
            ? figures[0].Item2
            : Charts.Figure.Row(VariancePanel(), StepsPanel()).WithSlider(InitializationText.ActivationSlider, figures);
        return figure.WithTitle(InitializationText.LsuvTitle).Subtitle(subtitle);
    }

    /// <summary>Whether every layer reaches unit variance, at once or soon, and keeps it on other images.</summary>
    public Verdict Verdict()
    {
        int layers = Networks.Sum(network => network.SameMinibatch.Count + network.NewMinibatches.Count);
        int reached = Networks.Sum(network => network.Reached);
        int same = Networks.Max(network => network.SameMinibatch.Max()), drawn = Networks.Max(network => network.NewMinibatches.Max());
        double mean = Networks.SelectMany(network => network.NewMinibatches).Average();
        double farthest = Networks.GroupBy(network => (network.Activation, network.Depth))
            .Max(group => Geometric(group, LsuvSteps.LsuvName).Max(variance => Math.Max(variance, 1 / variance)));
        bool[] parts = [reached == layers, same <= 1, farthest <= UnseenFactor];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(InitializationText.LsuvSentence, reached, layers, same, mean, drawn, farthest),
            Text.Format(InitializationText.LsuvRule, Options.Tolerance, Options.MostRescalings, UnseenFactor));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private static Figure VariancePanel() => new Figure()
        .XAxis(InitializationText.LsuvVariancePanel)
        .YAxis(InitializationText.ForwardAxis, AxisScale.Log, LowEnd, HighEnd);

    private Figure StepsPanel() => new Figure()
        .XAxis(InitializationText.LsuvStepsPanel)
        .YAxis(InitializationText.RescalingsAxis, min: 0, max: 1 + Networks.Max(network => network.NewMinibatches.Max()));

    private Figure Panels(Activation activation)
    {
        var networks = Networks.Where(network => network.Activation == activation && network.Depth == Options.Depths[^1]).ToArray();
        int[] layers = [.. Enumerable.Range(1, Options.Depths[^1])];
        var variances = networks[0].Variances.Keys.Aggregate(
            VariancePanel(), (figure, init) => figure.Line(layers, Geometric(networks, init), init));
        var steps = StepsPanel()
            .Line(layers, Means(network => network.SameMinibatch), InitializationText.SameMinibatch, SeriesColor.Blue)
            .Line(layers, Means(network => network.NewMinibatches), InitializationText.NewMinibatches, SeriesColor.Brown);
        return Charts.Figure.Row(variances.HorizontalLine(1), steps);

        IEnumerable<double> Means(Func<LsuvNetwork, IReadOnlyList<int>> rescalings) =>
            layers.Select(layer => networks.Average(network => rescalings(network)[layer - 1]));
    }

    private static double[] Geometric(IEnumerable<LsuvNetwork> networks, string init)
    {
        var variances = networks.Select(network => network.Variances[init]).ToArray();
        return [.. Enumerable.Range(0, variances[0].Count).Select(layer => Math.Exp(variances.Average(each => Math.Log(each[layer]))))];
    }
}
