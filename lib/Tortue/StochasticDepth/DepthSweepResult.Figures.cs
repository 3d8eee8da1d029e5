using Tortue.Charts;

namespace Tortue.StochasticDepth;

public sealed partial record DepthSweepResult
{
    private IEnumerable<double> Layers => Options.Blocks.Select(blocks => (double)DepthTraining.LayersOf(blocks));

    /// <summary>Test error and training loss against depth, with constant and with stochastic depth.</summary>
    public Figure Figure()
    {
        var error = Charts.Figure.Titled(StochasticDepthText.ErrorPanel)
            .XAxis(StochasticDepthText.LayersAxis)
            .YAxis(StochasticDepthText.ErrorAxis);
        var loss = Charts.Figure.Titled(StochasticDepthText.LossPanel)
            .XAxis(StochasticDepthText.LayersAxis)
            .YAxis(StochasticDepthText.LossAxis);
        foreach (var (stochastic, color) in new[] { (false, SeriesColor.Blue), (true, SeriesColor.Vermillion) })
        {
            var name = stochastic ? Text.Format(StochasticDepthText.Stochastic, Options.LastSurvival) : StochasticDepthText.Constant;
            error = DepthBands.Add(error, Layers, layers => Values(layers, stochastic, training => training.TestError), name, color);
            loss = DepthBands.Add(loss, Layers, layers => Values(layers, stochastic, training => training.TrainingLoss), name, color);
        }

        return Charts.Figure.Row(error, loss).WithTitle(StochasticDepthText.SweepTitle).Subtitle(Settings);
    }

    /// <summary>What stochastic depth gains at each depth, with what it gained in the paper, ImageNet's loss among it.</summary>
    public Figure Gains()
    {
        var figure = DepthBands.Add(
            Charts.Figure.Titled(StochasticDepthText.GainsTitle)
                .Subtitle(Settings)
                .XAxis(StochasticDepthText.LayersAxis, AxisScale.Log)
                .YAxis(StochasticDepthText.GainAxis),
            Layers,
            layers => DepthTrainings.Differences(
                Of(BlocksOf(layers), stochastic: false), Of(BlocksOf(layers), stochastic: true), training => training.TestError),
            StochasticDepthText.Ours,
            SeriesColor.Vermillion);
        foreach (var row in PublishedErrors.Huang)
        {
            figure = figure
                .Published([row.Layers], [row.Gain], StochasticDepthText.HuangName)
                .Annotate(row.Layers, row.Gain, row.Data);
        }

        return figure.HorizontalLine(0, StochasticDepthText.NoGain);
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private string Settings => Text.Format(
        StochasticDepthText.SweepSubtitle, TrainingImages, Data, Options.Learner.Epochs, Options.Learner.Width, Options.Runs);

    private IReadOnlyList<double> Values(double layers, bool stochastic, Func<DepthTraining, double> value) =>
        [.. Of(BlocksOf(layers), stochastic).Select(value)];

    private int BlocksOf(double layers) => Options.Blocks.Single(blocks => DepthTraining.LayersOf(blocks) == (int)layers);
}
