using Tortue.Charts;

namespace Tortue.Gradients;

public sealed partial record ShatteredGradientsResult
{
    private const double LowestCorrelation = 5e-4;

    /// <summary>
    /// How the correlation of the gradients at two unrelated inputs falls with depth: plain networks on the left, residual ones with
    /// batch norm on the right; dashed the theorems and what is derived here.
    /// </summary>
    public Figure DecayFigure()
    {
        var depths = Options.Depths;
        double[] smooth = [.. depths.Where(depth => ShatteringTheory.Plain(depth) >= LowestCorrelation).Select(depth => (double)depth)];
        var plain = Charts.Figure
            .Titled(GradientsText.ShatterPlainDecayPanel)
            .XAxis(GradientsText.ShatterDepthAxis, AxisScale.Log)
            .YAxis(GradientsText.ShatterCorrelationAxis, AxisScale.Log, min: LowestCorrelation, max: 1.2);
        plain = Decaying(plain, NetworkWiring.PlainNormalized);
        plain = Decaying(plain, NetworkWiring.Plain)
            .Published(smooth, smooth.Select(depth => ShatteringTheory.Plain((int)depth)), GradientsText.ShatterTheorems)
            .Published(depths, depths.Select(ShatteringTheory.PlainProduct), GradientsText.ShatterDerivedHere)
            .Annotate(smooth[^1], ShatteringTheory.Plain((int)smooth[^1]), "2^{-L}");
        var residual = Charts.Figure
            .Titled(GradientsText.ShatterResidualDecayPanel)
            .XAxis(GradientsText.ShatterDepthAxis, AxisScale.Log)
            .YAxis(GradientsText.ShatterCorrelationAxis, AxisScale.Log, min: LowestCorrelation, max: 1.2);
        residual = Decaying(residual, NetworkWiring.ResidualNormalized);
        residual = Decaying(residual, NetworkWiring.ResidualRescaled)
            .Published(depths, depths.Select(depth => ShatteringTheory.ResidualNormalized(depth, 1)), GradientsText.ShatterTheorems)
            .Published(
                depths, depths.Select(depth => ShatteringTheory.ResidualNormalizedProduct(depth, 1)), GradientsText.ShatterDerivedHere)
            .Published(
                depths, depths.Select(depth => ShatteringTheory.ResidualNormalizedProduct(depth, Options.Beta)), GradientsText.ShatterDerivedHere)
            .Annotate(depths[^1], ShatteringTheory.ResidualNormalized(depths[^1], 1), "1/(β√L), β = 1");
        return Charts.Figure.Row(plain, residual)
            .SharingYAxis()
            .WithTitle(GradientsText.ShatterDecayTitle)
            .Subtitle(Text.Format(GradientsText.ShatterDecaySubtitle, Options.Networks, Options.Width, Options.Points));
    }

    /// <summary>The share of the units that are active at both of two unrelated inputs, by depth.</summary>
    public Figure CoActiveFigure()
    {
        var figure = Charts.Figure
            .Titled(GradientsText.ShatterCoActiveTitle)
            .Subtitle(Text.Format(GradientsText.ShatterDecaySubtitle, Options.Networks, Options.Width, Options.Points))
            .XAxis(GradientsText.ShatterDepthAxis, AxisScale.Log)
            .YAxis(GradientsText.ShatterCoActiveAxis, min: 0.2, max: 0.52)
            .HorizontalLine(0.25, GradientsText.ShatterQuarterLabel)
            .HorizontalLine(0.5, GradientsText.ShatterHalfLabel);
        NetworkWiring[] shown =
            [NetworkWiring.PlainNormalized, NetworkWiring.Plain, NetworkWiring.ResidualNormalized, NetworkWiring.Residual];
        figure = shown.Aggregate(figure, (drawn, wiring) => drawn.Line(Options.Depths, CoActive(wiring), Name(wiring)));
        return figure.Published(Options.Depths, Options.Depths.Select(ShatteringTheory.PlainCoActive), GradientsText.ShatterDerivedHere);
    }

    // What is not above twice its error is noise.
    private Figure Decaying(Figure figure, NetworkWiring wiring)
    {
        var seen = Curve(GradientInputs.Unrelated, wiring).Depths.TakeWhile(each => each.Correlation > 2 * each.CorrelationError).ToArray();
        return seen.Length == 0
            ? figure
            : figure
                .Line(seen.Select(each => each.Depth), seen.Select(each => each.Correlation), Name(wiring))
                .Band(
                    seen.Select(each => each.Depth),
                    seen.Select(each => each.Correlation - 2 * each.CorrelationError),
                    seen.Select(each => each.Correlation + 2 * each.CorrelationError));
    }
}
