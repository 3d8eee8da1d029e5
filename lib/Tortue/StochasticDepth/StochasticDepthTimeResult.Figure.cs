using Tortue.Charts;
using Tortue.Experiments;

namespace Tortue.StochasticDepth;

public sealed partial record StochasticDepthTimeResult
{
    // 20 h 42 min against 15 h 07 min on CIFAR-10, and "about 40 %" saved.
    private static readonly (double LastSurvival, double Ratio)[] Published = [(0.5, 907.0 / 1242), (0.2, 0.6)];

    /// <summary>Time of a step as a share of one with all blocks, against p_L, with E[L̃] / L beside it.</summary>
    public Figure Figure()
    {
        double[] grid = [.. Enumerable.Range(0, 101).Select(i => i / 100.0)];
        var title = Verdict().Kind == VerdictKind.Reproduced ? StochasticDepthText.TimeTitleHolds : StochasticDepthText.TimeTitle;
        var figure = Charts.Figure.Titled(title)
            .Subtitle(Text.Format(
                StochasticDepthText.TimeSubtitle, Options.Network.Blocks, Options.Rounds, Constant.Median, Run.Threads))
            .XAxis(StochasticDepthText.LastSurvivalAxis, min: -0.02, max: 1.02)
            .YAxis(StochasticDepthText.TimeAxis, min: 0, max: 1.15)
            .Line(
                grid,
                grid.Select(last => SurvivalProbabilities.ExpectedDepth(Survivals(last)) / Options.Network.Blocks),
                StochasticDepthText.ExpectedShare)
            .Scatter(
                Skipping.Select(network => network.LastSurvival).Append(1),
                Skipping.Select(network => network.RatioTo(Constant).Ratio).Append(1),
                StochasticDepthText.MeasuredSkipping)
            .Scatter<double, double>([Masked.LastSurvival], [Masked.RatioTo(Constant).Ratio], StochasticDepthText.MeasuredMasked);
        return Published.Aggregate(figure, (drawn, point) => drawn.Published<double, double>(
            [point.LastSurvival], [point.Ratio], StochasticDepthText.PublishedTime));
    }

    /// <summary>Time of each single step, as a share of the step with all blocks in the same round, against the number of blocks that took
    /// part in it: where a step costs its blocks and nothing else, the points lie around the line from 0.</summary>
    public Figure StepsFigure()
    {
        int blocks = Options.Network.Blocks;
        var figure = Charts.Figure.Titled(StochasticDepthText.StepsTitle)
            .Subtitle(Text.Format(
                StochasticDepthText.TimeSubtitle, Options.Network.Blocks, Options.Rounds, Constant.Median, Run.Threads))
            .XAxis(Text.Format(StochasticDepthText.DepthAxis, blocks), min: 0, max: blocks + 1)
            .YAxis(StochasticDepthText.TimeAxis, min: 0, max: 1.3);
        figure = Skipping.Aggregate(figure, (drawn, network) => drawn.Scatter(
            network.Depths,
            network.Milliseconds.Zip(Constant.Milliseconds, (time, whole) => time / whole),
            Text.Format(StochasticDepthText.StepsOf, network.LastSurvival)));
        return figure.Published<double, double>([0, blocks], [0, 1], StochasticDepthText.ProportionalTime);
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();
}
