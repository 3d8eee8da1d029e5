using Tortue.Charts;
using Tortue.Display;

namespace Tortue.Gradients;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record ShatteredGradientsResult
{
    // A panel is some 150 pixels wide: every sixth of 256 points, and three hundred shades, are what the eye can see. A page holds four of them.
    private const int HeatmapCells = 42;
    private const int ShadeDigits = 2;
    private const double HighestCovariance = 3;
    private const double HighestSeries = 3.5;

    /// <summary>The autocorrelation of df/dx along the grid, with brown and white noise and the exact curve of wide plain
    /// networks.</summary>
    public Figure Figure()
    {
        var one = At(GradientInputs.Grid, NetworkWiring.Plain, 1);
        int lags = one.Autocorrelation.Count - 1;
        var figure = Charts.Figure
            .Titled(GradientsText.ShatteredFigureTitle)
            .Subtitle(Text.Format(GradientsText.ShatterAutocorrelationSubtitle, Options.Networks, Options.Width, Options.Points))
            .XAxis(GradientsText.ShatterLagAxis, min: 0, max: lags)
            .YAxis(GradientsText.ShatterAutocorrelationAxis, min: -0.15, max: 1.02);
        figure = Drawn(figure, one, GradientsText.ShatterOneLayer);
        figure = Drawn(figure, NetworkWiring.Plain, Options.PlainDepth);
        figure = Drawn(figure, NetworkWiring.ResidualRescaled, Options.ResidualDepth);
        figure = Drawn(figure, NetworkWiring.ResidualNormalized, Options.ResidualDepth);
        figure = Drawn(figure, NetworkWiring.PlainNormalized, Options.PlainDepth);
        var kernel = GradientKernel.Covariance(Options.Grid, [Options.PlainDepth], Options.BiasDeviation, Options.HiddenBiasDeviation);
        var exact = Autocorrelation.OfCovariance(kernel[0], lags);
        return figure
            .Published(Lags(lags), Autocorrelation.Brown(Options.Points, lags), GradientsText.ShatterNoiseReferences)
            .Published(Lags(lags), Autocorrelation.White(Options.Points, lags), GradientsText.ShatterNoiseReferences)
            .Published(Lags(lags), exact, Text.Format(GradientsText.ShatterExactPlain, Options.PlainDepth));
    }

    /// <summary>df/dx over x: one layer, many layers with batch norm, a residual network, and white noise.</summary>
    public Figure SeriesFigure() => Row(
        GradientsText.ShatterSeriesTitle,
        GradientsText.ShatterSeriesSubtitle,
        Panel(NetworkWiring.Plain, 1),
        Panel(NetworkWiring.PlainNormalized, Options.PlainDepth),
        Panel(NetworkWiring.ResidualNormalized, Options.ResidualDepth),
        Panel(GradientsText.ShatterWhite, WhiteNoise()));

    /// <summary>df/dx over x for what helps against shattering, and what only seems to.</summary>
    public Figure RemediesFigure() => Row(
        GradientsText.ShatterRemediesTitle,
        GradientsText.ShatterSeriesSubtitle,
        Panel(NetworkWiring.PlainNormalized, Options.PlainDepth),
        Panel(NetworkWiring.Plain, Options.PlainDepth),
        Panel(NetworkWiring.ResidualRescaled, Options.ResidualDepth),
        Panel(NetworkWiring.LooksLinear, Options.PlainDepth));

    /// <summary>|(g − ḡ)(g − ḡ)ᵀ| / σ_g² for the gradients of <see cref="SeriesFigure"/>.</summary>
    public Figure CovarianceFigure() => Charts.Figure.Row(
            Covariance(NetworkWiring.Plain, 1),
            Covariance(NetworkWiring.PlainNormalized, Options.PlainDepth),
            Covariance(NetworkWiring.ResidualNormalized, Options.ResidualDepth),
            Covariance(GradientsText.ShatterWhite, WhiteNoise()))
        .SharingYAxis()
        .WithTitle(GradientsText.ShatterCovarianceTitle)
        .Subtitle(GradientsText.ShatterCovarianceSubtitle);

    /// <summary>The autocorrelation again, with a slider for the depth.</summary>
    public Figure DepthFigure()
    {
        int lags = At(GradientInputs.Grid, NetworkWiring.Plain, 1).Autocorrelation.Count - 1;
        return Charts.Figure
            .Titled(GradientsText.ShatterDepthTitle)
            .Subtitle(Text.Format(GradientsText.ShatterAutocorrelationSubtitle, Options.Networks, Options.Width, Options.Points))
            .XAxis(GradientsText.ShatterLagAxis, min: 0, max: lags)
            .YAxis(GradientsText.ShatterAutocorrelationAxis, min: -0.15, max: 1.02)
            .Published(Lags(lags), Autocorrelation.Brown(Options.Points, lags), GradientsText.ShatterNoiseReferences)
            .Published(Lags(lags), Autocorrelation.White(Options.Points, lags), GradientsText.ShatterNoiseReferences)
            .WithSlider("L", Options.Depths, depth => Enum.GetValues<NetworkWiring>()
                .Where(wiring => wiring != NetworkWiring.LooksLinear)
                .Aggregate(new Figure(), (figure, wiring) => figure.Line(
                    Lags(lags), At(GradientInputs.Grid, wiring, depth).Autocorrelation, Name(wiring))));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private static IEnumerable<int> Lags(int last) => Enumerable.Range(0, last + 1);

    private static Figure Row(string title, string subtitle, params Figure[] panels) =>
        Charts.Figure.Row(panels).SharingYAxis().WithTitle(title).Subtitle(subtitle);

    private static string Name(NetworkWiring wiring, int depth) => Text.Format(
        wiring is NetworkWiring.Plain or NetworkWiring.PlainNormalized or NetworkWiring.LooksLinear
            ? GradientsText.ShatterLayersOf
            : GradientsText.ShatterBlocksOf,
        depth,
        ShortName(wiring));

    // For panels, which are narrow.
    private static string PanelName(NetworkWiring wiring, int depth) => wiring switch
    {
        _ when depth == 1 => GradientsText.ShatterOneLayer,
        NetworkWiring.PlainNormalized => Text.Format(GradientsText.ShatterPanelLayers, depth, GradientsText.ShatterPanelNorm),
        NetworkWiring.ResidualNormalized => Text.Format(GradientsText.ShatterPanelBlocks, depth, GradientsText.ShatterPanelNorm),
        NetworkWiring.ResidualRescaled => Text.Format(GradientsText.ShatterPanelBlocks, depth, GradientsText.ShatterRescaled),
        _ => Text.Format(GradientsText.ShatterPanelLayers, depth, ShortName(wiring)),
    };

    private static string ShortName(NetworkWiring wiring) => wiring switch
    {
        NetworkWiring.Plain => GradientsText.ShatterWithoutNorm,
        NetworkWiring.PlainNormalized or NetworkWiring.ResidualNormalized => GradientsText.ShatterWithNorm,
        NetworkWiring.ResidualRescaled => GradientsText.ShatterRescaled,
        NetworkWiring.LooksLinear => GradientsText.ShatterLooksLinear,
        _ => GradientsText.ShatterWithoutNorm,
    };

    private string Name(NetworkWiring wiring) => wiring switch
    {
        NetworkWiring.Plain => GradientsText.ShatterPlainName,
        NetworkWiring.PlainNormalized => GradientsText.ShatterPlainNormalizedName,
        NetworkWiring.Residual => GradientsText.ShatterResidualName,
        NetworkWiring.ResidualNormalized => GradientsText.ShatterResidualNormalizedName,
        NetworkWiring.ResidualRescaled => Text.Format(GradientsText.ShatterResidualRescaledName, Options.Beta),
        _ => GradientsText.ShatterLooksLinear,
    };

    private Figure Drawn(Figure figure, NetworkWiring wiring, int depth) =>
        Drawn(figure, At(GradientInputs.Grid, wiring, depth), Name(wiring, depth));

    private static Figure Drawn(Figure figure, GradientDepth measured, string name)
    {
        var (values, errors) = (measured.Autocorrelation, measured.AutocorrelationErrors);
        return figure
            .Line(Lags(values.Count - 1), values, name)
            .Band(Lags(values.Count - 1), values.Zip(errors, (v, e) => v - 2 * e), values.Zip(errors, (v, e) => v + 2 * e));
    }

    private Figure Panel(NetworkWiring wiring, int depth) =>
        Panel(PanelName(wiring, depth), Sample(wiring, depth));

    private Figure Panel(string title, IReadOnlyList<double> gradients) => Charts.Figure
        .Titled(title)
        .XAxis(GradientsText.ShatterInputAxis)
        .YAxis(GradientsText.ShatterGradientAxis, min: -HighestSeries, max: HighestSeries)
        .Line(Options.Grid, gradients, color: SeriesColor.Blue);

    private Figure Covariance(NetworkWiring wiring, int depth) => Covariance(PanelName(wiring, depth), Sample(wiring, depth));

    private Figure Covariance(string title, IReadOnlyList<double> gradients)
    {
        double mean = gradients.Average(), variance = gradients.Average(g => (g - mean) * (g - mean));
        int step = Math.Max(1, gradients.Count / HeatmapCells);
        int[] places = [.. Enumerable.Range(0, gradients.Count / step).Select(i => i * step)];
        var cells = new double[places.Length, places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            for (int j = 0; j < places.Length; j++)
                cells[i, j] = Math.Round(Math.Abs((gradients[places[i]] - mean) * (gradients[places[j]] - mean)) / variance, ShadeDigits);
        }

        double[] positions = [.. places.Select(place => Options.Grid[place])];
        return Charts.Figure
            .Titled(title)
            .XAxis(GradientsText.ShatterInputAxis)
            .YAxis(GradientsText.ShatterOtherInputAxis)
            .Heatmap(positions, positions, cells, GradientsText.ShatterCovarianceColor, min: 0, max: HighestCovariance);
    }

    private IReadOnlyList<double> Sample(NetworkWiring wiring, int depth) =>
        Series.First(series => series.Wiring == wiring && series.Depth == depth).Gradients;

    private double[] WhiteNoise()
    {
        var noise = new float[Options.Points];
        Numerics.Philox4x32.FillNormal(noise, 1, new(0, 0, 0, uint.MaxValue), Options.Seed);
        return Array.ConvertAll(noise, value => Math.Round(value, 4));
    }
}
