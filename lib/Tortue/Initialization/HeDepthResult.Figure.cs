using Tortue.Charts;
using Tortue.Models;

namespace Tortue.Initialization;

public sealed partial record HeDepthResult
{
    /// <summary>Training loss over the epochs, a panel a depth, each initialisation at the learning rate that is best for it.</summary>
    public Figure Figure() => Panels(Curves)
        .WithTitle(IsDeepReproduced ? InitializationText.HeDepthTitleHolds : InitializationText.HeDepthTitle)
        .Subtitle(Text.Format(InitializationText.HeSubtitle, Options.Width, Options.Runs));

    /// <summary>The loss at the end against the learning rate, a panel a depth: a stall is not one of the rate.</summary>
    public Figure Rates() => Panels(RatesAt)
        .WithTitle(IsDeepReproduced ? InitializationText.RatesTitleHolds : InitializationText.RatesTitle)
        .Subtitle(Text.Format(InitializationText.RatesSubtitle, Options.Runs));

    /// <summary>The norm of the gradient before training against the depth; the dashed curve is He's, times 1/√2 for each layer.</summary>
    public Figure Gradients()
    {
        var depths = Options.DepthsAtStart().ToArray();
        var figure = Charts.Figure.Titled(FactorHolds() ? InitializationText.StartTitleHolds : InitializationText.StartTitle)
            .Subtitle(Text.Format(InitializationText.StartSubtitle, Options.Width, Options.Runs))
            .XAxis(InitializationText.DepthAxis)
            .YAxis(InitializationText.NormAxis, AxisScale.Log);
        foreach (var init in Inits)
            figure = figure.Line(depths, depths.Select(depth => Norm(init, depth)), Name(init), Color(init));
        return figure.Published(
            depths,
            depths.Select(depth => Norm(WeightInit.HeNormal, depth) * Math.Pow(2, -(depth - depths[0]) / 2.0)),
            InitializationText.HalvedName);
    }

    private bool IsDeepReproduced =>
        Options.Depths[^1] >= DeepFrom && Learns(Options.Depths[^1], WeightInit.HeNormal) && Stalls(Options.Depths[^1]);

    private static string Name(WeightInit init) =>
        init == WeightInit.HeNormal ? InitializationText.HeName : InitializationText.XavierName;

    private static SeriesColor Color(WeightInit init) => init == WeightInit.HeNormal ? SeriesColor.Blue : SeriesColor.Vermillion;

    private Figure Panels(Func<int, Figure> panel) => Options.Depths.Count == 1
        ? panel(Options.Depths[0])
        : Charts.Figure.Row([.. Options.Depths.Select(panel)]).SharingYAxis();

    private Figure Empty(int depth) => Charts.Figure.Titled(Text.Format(InitializationText.DepthPanel, depth))
        .YAxis(InitializationText.TrainingLossAxis, min: 0, max: 1.25 * GuessingLoss)
        .HorizontalLine(GuessingLoss, InitializationText.Guess);

    private Figure Curves(int depth)
    {
        var figure = Empty(depth).XAxis(InitializationText.EpochsAxis);
        foreach (var init in Inits)
        {
            var losses = Losses(depth, init);
            if (losses.Count == 0)
                continue;
            var epochs = Enumerable.Range(1, losses.Count).ToArray();
            figure = figure.Line(epochs, losses.Select(loss => loss.Median), Name(init), Color(init));
            if (Options.Runs > 1)
                figure = figure.Band(epochs, losses.Select(loss => loss.Smallest), losses.Select(loss => loss.Largest));
        }

        return figure;
    }

    private Figure RatesAt(int depth)
    {
        var figure = Empty(depth).XAxis(InitializationText.RatesAxis, AxisScale.Log);
        foreach (var init in Inits)
        {
            figure = figure.Line(
                Options.LearningRates, Options.LearningRates.Select(rate => FinalLoss(depth, init, rate)), Name(init), Color(init));
        }

        return figure;
    }
}
