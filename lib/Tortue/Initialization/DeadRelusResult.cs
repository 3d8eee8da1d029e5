using Tortue.Display;
using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>What <see cref="DeadRelus"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Networks">One for each activation, bias, learning rate and seed.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record DeadRelusResult(
    DeadRelusOptions Options, RunRecord Run, IReadOnlyList<DeadRelusNetwork> Networks) : IExperimentResult
{
    /// <summary>The silent share of all hidden units before training and after each epoch: the mean over the networks, while none has
    /// diverged.</summary>
    /// <param name="activation">ReLU or the leaky ReLU of the settings.</param>
    /// <param name="bias">The bias at the start.</param>
    /// <param name="rate">The learning rate.</param>
    public IReadOnlyList<double> Silent(Activation activation, double bias, double rate)
    {
        var networks = Of(activation, bias, rate).ToArray();
        int counts = networks.Min(network => network.Shares.Count);
        return [.. Enumerable.Range(0, counts).Select(count => networks.Average(network => network.Shares[count].Average()))];
    }

    /// <summary>
    /// Whether no ReLU of the first hidden layer that was once silent speaks again; more of them are silent after training than before it
    /// wherever some were at the start; and of the leaky units fewer are, as they return.
    /// </summary>
    public Verdict Verdict()
    {
        var (relu, leaky) = (Options.Activations()[0], Options.Activations()[1]);
        double bias = ShownBias(), rate = Options.LearningRates[^1];
        var (dead, silent) = (Silent(relu, bias, rate), Silent(leaky, bias, rate));
        var settings = Settings(relu).Where(setting => Silent(relu, setting.Bias, setting.Rate)[0] > 0).ToArray();
        bool[] parts =
        [
            Networks.Where(network => network.Activation == relu).All(network => network.Returned[0] == 0),
            settings.Length > 0 && settings.All(setting => Change(relu, setting.Bias, setting.Rate) > 0),
            settings.Length > 0 && settings.All(
                setting => Silent(leaky, setting.Bias, setting.Rate)[^1] < Silent(relu, setting.Bias, setting.Rate)[^1]),
        ];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                InitializationText.DeadSentence,
                bias, rate, dead[0], dead[^1], Returned(relu), silent[^1], Returned(leaky), Settings(relu).Max(AtZeroBias)),
            InitializationText.DeadRule);
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    // The bias at which the two activations end furthest apart.
    private double ShownBias() => Options.Biases.MaxBy(bias => Options.LearningRates.Sum(rate =>
        Silent(Options.Activations()[0], bias, rate)[^1] - Silent(Options.Activations()[1], bias, rate)[^1]));

    private IEnumerable<DeadRelusNetwork> Of(Activation activation, double bias, double rate) => Networks.Where(
        network => network.Activation == activation && network.Bias == bias && network.LearningRate == rate);

    private IEnumerable<(double Bias, double Rate)> Settings(Activation activation) => Networks
        .Where(network => network.Activation == activation)
        .Select(network => (network.Bias, network.LearningRate))
        .Distinct();

    private double Change(Activation activation, double bias, double rate)
    {
        var silent = Silent(activation, bias, rate);
        return silent[^1] - silent[0];
    }

    private double AtZeroBias((double Bias, double Rate) setting) =>
        setting.Bias == 0 ? Silent(Options.Activations()[0], 0, setting.Rate)[^1] : 0;

    // At the shown bias and the largest rate, in the first hidden layer.
    private double Returned(Activation activation) =>
        Of(activation, ShownBias(), Options.LearningRates[^1]).Average(network => network.Returned[0]);
}
