using Tortue.Charts;

namespace Tortue.DepthScaling;

public sealed partial class GrowthCurves
{
    /// <summary>
    /// The median over depth with a band from 10 to 90 % of the networks, one colour a β, and the exact expectation where one is known.
    /// </summary>
    public Figure Figure()
    {
        var options = _result.Options;
        var hidden = Quantity == GrowthQuantity.HiddenStates;
        var figure = Charts.Figure
            .Titled(hidden ? DepthScalingText.HiddenGrowthTitle : DepthScalingText.GradientGrowthTitle)
            .Subtitle(Text.Format(DepthScalingText.GrowthSubtitle, ChartWords.Networks(options.Network), options.Networks))
            .XAxis(DepthScalingText.DepthAxis, AxisScale.Log)
            .YAxis(hidden ? DepthScalingText.HiddenChangeAxis : DepthScalingText.GradientChangeAxis, AxisScale.Log);
        foreach (var beta in options.Betas)
        {
            figure = figure
                .Line(options.Depths, Cells(beta).Select(cell => Of(cell).Median), Named(beta))
                .Band(options.Depths, Cells(beta).Select(cell => Of(cell).Quantile10), Cells(beta).Select(cell => Of(cell).Quantile90));
        }

        foreach (var beta in options.Betas.Where(beta => Cells(beta).All(cell => cell.ExactMeanSquare is not null)))
        {
            figure = figure.Published(
                options.Depths, Cells(beta).Select(cell => Math.Sqrt(cell.ExactMeanSquare!.Value)), DepthScalingText.ExactExpectation);
        }

        return figure;
    }

    private string Named(double beta) => Text.Format(
        Measured(beta) switch
        {
            GrowthRegime.Vanishes => DepthScalingText.CurveVanishes,
            GrowthRegime.Explodes => DepthScalingText.CurveExplodes,
            _ => DepthScalingText.CurveStays,
        },
        ChartWords.Beta(beta));
}
