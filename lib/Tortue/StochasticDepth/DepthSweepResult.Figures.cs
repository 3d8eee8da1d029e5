using Tortue.Charts;
using Tortue.Experiments;

namespace Tortue.StochasticDepth;

public sealed partial record DepthSweepResult
{
    private IEnumerable<double> Layers => Options.Blocks.Select(blocks => (double)DepthTraining.LayersOf(blocks));

    /// <summary>Test error and training loss against depth, with constant and with stochastic depth: means, and a point a
    /// network.</summary>
    public Figure Figure()
    {
        var error = Charts.Figure.Titled(StochasticDepthText.ErrorPanel)
            .XAxis(StochasticDepthText.LayersAxis)
            .YAxis(StochasticDepthText.ErrorAxis);
        var loss = Charts.Figure.Titled(StochasticDepthText.LossPanel)
            .XAxis(StochasticDepthText.LayersAxis)
            .YAxis(StochasticDepthText.LossAxis, min: 0);
        foreach (var (stochastic, color) in new[] { (false, SeriesColor.Blue), (true, SeriesColor.Vermillion) })
        {
            var name = stochastic ? Text.Format(StochasticDepthText.Stochastic, Options.LastSurvival) : StochasticDepthText.Constant;
            error = Add(error, stochastic, training => training.TestError, name, color);
            loss = Add(loss, stochastic, training => training.TrainingLoss, name, color);
        }

        return Charts.Figure.Row(error, loss).WithTitle(StochasticDepthText.SweepTitle).Subtitle(Settings);
    }

    /// <summary>Test error with stochastic over that with constant depth, here and in the paper: below 1 it helps. Errors themselves are
    /// far apart, from SVHN's 2 % on. On ImageNet the paper's is above 1.</summary>
    public Figure AgainstPaper()
    {
        var figure = ErrorBands.Add(
            Charts.Figure.Titled(StochasticDepthText.RatioTitle)
                .Subtitle(Settings)
                .XAxis(StochasticDepthText.LayersAxis, AxisScale.Log)
                .YAxis(StochasticDepthText.RatioAxis),
            Layers,
            Ratios,
            StochasticDepthText.Ours,
            SeriesColor.Vermillion);
        foreach (var row in PublishedErrors.Huang)
            figure = figure.Published([row.Layers], [row.Ratio], StochasticDepthText.HuangName);
        foreach (var row in PublishedErrors.Huang.Where(row => row.Layers > 110))
            figure = figure.Annotate(row.Layers, row.Ratio, row.Data);
        return figure.HorizontalLine(1, StochasticDepthText.NoGain);
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private string Settings => Text.Format(
        StochasticDepthText.SweepSubtitle, TrainingImages, Data, Options.Learner.Epochs, Options.Learner.Width, Options.Runs);

    // Networks by themselves too: of the deepest some learn and some do not, and nothing lies at their mean.
    private Figure Add(Figure figure, bool stochastic, Func<DepthTraining, double> value, string name, SeriesColor color)
    {
        var seen = Trainings.Where(training => training.LastSurvival < 1 == stochastic).ToArray();
        figure = ErrorBands.Add(figure, Layers, layers => [.. Of(BlocksOf(layers), stochastic).Select(value)], name, color);
        return seen.Length == 0 ? figure : figure.Scatter(seen.Select(training => training.Layers), seen.Select(value), color: color);
    }

    private IReadOnlyList<double> Ratios(double layers) =>
    [
        .. Of(BlocksOf(layers), stochastic: true).Join(
            Of(BlocksOf(layers), stochastic: false),
            training => training.Seed,
            training => training.Seed,
            (stochastic, constant) => stochastic.TestError / constant.TestError),
    ];

    private int BlocksOf(double layers) => Options.Blocks.Single(blocks => DepthTraining.LayersOf(blocks) == (int)layers);
}
