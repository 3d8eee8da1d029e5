using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>What <see cref="FirstBlockGradient"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Data">What was learnt.</param>
/// <param name="TrainingImages">How many images the networks were trained on.</param>
/// <param name="Trainings">One for each kind and seed, with a look after each epoch.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record FirstBlockGradientResult(
    FirstBlockGradientOptions Options,
    RunRecord Run,
    string Data,
    int TrainingImages,
    IReadOnlyList<DepthTraining> Trainings)
    : IExperimentResult
{
    private static readonly (bool Stochastic, SeriesColor Color)[] Kinds = [(false, SeriesColor.Blue), (true, SeriesColor.Vermillion)];

    private int FirstDrop => (Options.Learner.Epochs + 1) / 2;

    private int SecondDrop => (3 * Options.Learner.Epochs + 3) / 4;

    /// <summary>The trainings of one kind, in the order of the seeds.</summary>
    /// <param name="stochastic">With stochastic or with constant depth.</param>
    public IEnumerable<DepthTraining> Of(bool stochastic) =>
        Trainings.Where(training => training.LastSurvival < 1 == stochastic).OrderBy(training => training.Seed);

    /// <summary>How many times larger the gradient is with stochastic depth, as the decimal logarithm of that factor: a mean over epochs,
    /// then over pairs of the same seed.</summary>
    /// <param name="from">Epochs before the first one that counts.</param>
    /// <param name="to">The last epoch that counts.</param>
    /// <returns>Mean and standard error; 0 is as large, 1 ten times as large.</returns>
    public MeanError LogRatio(int from, int to) => DepthTrainings.Difference(
        Of(stochastic: true),
        Of(stochastic: false),
        training => training.Looks.Where(look => look.Epoch > from && look.Epoch <= to).Average(look => Math.Log10(Floored(look))));

    /// <summary>Whether the gradient is larger with stochastic depth after the learning rate first falls, and by a larger factor than
    /// before.</summary>
    public Verdict Verdict()
    {
        int epochs = Options.Learner.Epochs;
        var (before, after, end) = (LogRatio(0, FirstDrop), LogRatio(FirstDrop, epochs), LogRatio(SecondDrop, epochs));
        var rise = DepthTrainings.Difference(Of(stochastic: true), Of(stochastic: false), Rise);
        bool[] parts = [after.IsClearlyAboveZero(), rise.IsClearlyAboveZero()];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                StochasticDepthText.GradientSentence,
                Math.Pow(10, before.Mean),
                Math.Pow(10, after.Mean),
                Math.Pow(10, end.Mean),
                FirstDrop,
                SecondDrop,
                Of(stochastic: false).Average(training => training.TrainingLoss),
                Of(stochastic: true).Average(training => training.TrainingLoss)),
            Text.Format(StochasticDepthText.GradientRule, MeanError.Clear, MeanError.Odds(Options.Runs)));
    }

    /// <summary>The gradient after each epoch: geometric means over networks, bands from the smallest to the largest.</summary>
    public Figure Figure()
    {
        var figure = Charts.Figure.Titled(StochasticDepthText.GradientTitle)
            .Subtitle(Settings(StochasticDepthText.GradientSubtitle))
            .XAxis(StochasticDepthText.EpochAxis)
            .YAxis(StochasticDepthText.GradientAxis, AxisScale.Log);
        foreach (var (stochastic, color) in Kinds)
        {
            var looks = Of(stochastic).SelectMany(training => training.Looks);
            var epochs = looks.GroupBy(look => look.Epoch).OrderBy(group => group.Key).ToArray();
            if (epochs.Length == 0)
                continue;
            int[] at = [.. epochs.Select(group => group.Key)];
            figure = figure
                .Line(at, epochs.Select(group => Math.Pow(10, group.Average(look => Math.Log10(Floored(look))))), Name(stochastic), color)
                .Band(at, epochs.Select(group => group.Min(Floored)), epochs.Select(group => group.Max(Floored)));
        }

        return figure
            .VerticalLine(FirstDrop, StochasticDepthText.RateFalls)
            .VerticalLine(SecondDrop, StochasticDepthText.RateFalls);
    }

    /// <summary>The gradient against the training loss of the same epoch, a point for each network and epoch: whether it is larger at the
    /// same loss.</summary>
    public Figure AgainstLoss()
    {
        var figure = Charts.Figure.Titled(StochasticDepthText.AgainstLossTitle)
            .Subtitle(Settings(StochasticDepthText.AgainstLossSubtitle))
            .XAxis(StochasticDepthText.LossAxis, AxisScale.Log)
            .YAxis(StochasticDepthText.GradientAxis, AxisScale.Log);
        foreach (var (stochastic, color) in Kinds)
        {
            var looks = Of(stochastic).SelectMany(training => training.Looks).ToArray();
            if (looks.Length > 0)
                figure = figure.Scatter(looks.Select(look => look.TrainingLoss), looks.Select(Floored), Name(stochastic), color);
        }

        return figure;
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private string Settings(string subtitle) =>
        Text.Format(subtitle, DepthTraining.LayersOf(Options.Blocks), TrainingImages, Data, Options.Runs);

    private string Name(bool stochastic) =>
        stochastic ? Text.Format(StochasticDepthText.Stochastic, Options.LastSurvival) : StochasticDepthText.Constant;

    // Decades between the mean gradient before the rate first falls and behind it.
    private double Rise(DepthTraining training) =>
        training.Looks.Where(look => look.Epoch > FirstDrop).Average(look => Math.Log10(Floored(look)))
        - training.Looks.Where(look => look.Epoch <= FirstDrop).Average(look => Math.Log10(Floored(look)));

    // Logarithms need a number above 0; float32 knows none that matters below this.
    private static double Floored(DepthLook look) => Math.Max(look.FirstGradient, 1e-30);
}
