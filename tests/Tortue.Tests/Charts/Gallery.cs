using Tortue.Charts;

namespace Tortue.Tests.Charts;

/// <summary>One figure of every kind, as an experiment or a student would write it.</summary>
internal static class Gallery
{
    private static readonly int[] Depths = [10, 120, 230, 340, 450, 560, 670, 780, 890, 1000];

    public static IReadOnlyDictionary<string, Func<Figure>> Figures { get; } = new Dictionary<string, Func<Figure>>
    {
        ["regimes"] = Regimes,
        ["loss"] = Loss,
        ["points"] = Points,
        ["histogram"] = Histogram,
        ["histogram-log"] = HistogramOnLogAxis,
        ["heatmap"] = Heatmap,
        ["diverging"] = Diverging,
        ["contour"] = Contour,
        ["contour-log"] = ContourWithPath,
        ["surface"] = Surface,
        ["row-landscapes"] = RowOfLandscapes,
        ["row"] = Row,
        ["row-histograms"] = RowOfHistograms,
        ["row-heatmaps"] = RowOfHeatmaps,
        ["slider"] = Slider,
        ["row-slider"] = RowWithSlider,
        ["animation"] = Animation,
        ["marks"] = Marks,
        ["gaps"] = Gaps,
        ["empty"] = () => Figure.Titled("Nothing measured yet"),
    };

    private static double[] Change(double beta) =>
        [.. Depths.Select(depth => Math.Sqrt(Math.Pow(1 + (0.5 * Math.Pow(depth, -2 * beta)), depth) - 1))];

    private static double[] Noisy(IEnumerable<double> values, int seed, double spread)
    {
        var random = new Random(seed);
        return [.. values.Select(value => value * Math.Exp(spread * ((2 * random.NextDouble()) - 1)))];
    }

    private static double[] Normal(int count, int seed, double mean = 0, double deviation = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
            mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
    }

    private static Figure Regimes()
    {
        var figure = Figure.Titled("Relative change of the hidden state against depth")
            .Subtitle("res-3, ReLU, i.i.d. weights, d = 40, 50 networks for each depth");
        foreach (var (beta, name) in new[] { (0.25, "β = 1/4"), (0.5, "β = 1/2"), (1.0, "β = 1") })
        {
            var measured = Noisy(Change(beta), 3, 0.08);
            figure = figure.Line(Depths, measured, name)
                .Band(Depths, measured.Select(v => v * 0.8), measured.Select(v => v * 1.3), beta == 0.25 ? "10–90 % of the networks" : null)
                .Published(Depths, Change(beta), "exact expectation");
        }
        return figure.XAxis("depth L (layers)", AxisScale.Log).YAxis("‖h_L − h_0‖ / ‖h_0‖ (no unit)", AxisScale.Log);
    }

    private static Figure Loss()
    {
        var steps = Enumerable.Range(0, 5000).ToArray();
        var training = Noisy(steps.Select(step => 2.3 * Math.Exp(-step / 900.0) + 0.05), 5, 0.25);
        var validation = Noisy(steps.Select(step => 2.2 * Math.Exp(-step / 1100.0) + 0.2), 6, 0.05);
        return Figure.Titled("Training loss of 5,000 steps")
            .Line(steps, training, "training")
            .Line(steps, validation, "validation")
            .HorizontalLine(Math.Log(10), "chance: ln 10")
            .XAxis("step (minibatches)")
            .YAxis("cross-entropy (nats)", min: 0);
    }

    private static Figure Points()
    {
        var x = Normal(400, 1);
        return Figure.Titled("Gradient norm against weight norm")
            .Scatter(x, x.Zip(Normal(400, 2), (a, b) => a + (0.4 * b)), "He initialisation")
            .Scatter(Normal(60, 4), Normal(60, 5, deviation: 0.3), "Glorot initialisation")
            .Published([0.0], [0.0], "value of the paper")
            .XAxis("weight norm (no unit)").YAxis("gradient norm (no unit)");
    }

    private static Figure Histogram() => Figure.Titled("Ratio of norms over 10,000 networks at β = 1/2")
        .Histogram(Normal(10_000, 1, 1.28, 0.088), "‖h_L‖ / ‖h_0‖", bins: 50, height: HistogramHeight.Density)
        .Histogram([.. Normal(9_990, 2, 1.35, 0.12), .. Enumerable.Repeat(double.NaN, 10)], "‖p_0‖ / ‖p_L‖", 50, HistogramHeight.Density)
        .VerticalLine(1.281, "paper: 1.281")
        .XAxis("ratio (no unit)").YAxis("density (no unit)");

    private static Figure HistogramOnLogAxis() => Figure.Titled("Gradient norms")
        .Histogram(Normal(5_000, 1, -3, 2).Select(Math.Exp), "sigmoid", bins: 30)
        .Published([0.05, 0.05], [0.0, 300.0], "exact expectation")
        .XAxis("‖∂L/∂h_0‖ (no unit)", AxisScale.Log).YAxis("networks (count)");

    private static double[,] Grid(int rows, int columns, Func<double, double, double> value)
    {
        var z = new double[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                z[row, column] = value(row / (rows - 1.0), column / (columns - 1.0));
        }
        return z;
    }

    private static double[] Steps(double first, double last, int count) =>
        [.. Enumerable.Range(0, count).Select(i => first + ((last - first) * i / (count - 1)))];

    private static Figure Heatmap() => Figure.Titled("Test accuracy against scaling and weight regularity")
        .Heatmap(
            Steps(0.1, 0.9, 10),
            Steps(0.1, 0.9, 10),
            Grid(10, 10, (h, b) => h == 0 && b == 0 ? double.NaN : 0.98 * Math.Exp(-3 * (h - b) * (h - b))),
            "test accuracy (fraction)")
        .XAxis("scaling exponent β (no unit)").YAxis("Hurst index H (no unit)");

    private static Figure Diverging() => Figure.Titled("Relative change of the hidden state")
        .Heatmap(
            Steps(0, 1.3, 70),
            Steps(0.05, 0.97, 51),
            Grid(51, 70, (h, b) => Math.Clamp(8 * (Math.Max(h, 0.5) - (1.3 * b)), -1, 1)),
            "log_{10} of ‖h_L − h_0‖ / ‖h_0‖",
            HeatmapColors.Diverging,
            -1,
            1)
        .Published([0.5, 0.5, 0.97], [0.05, 0.5, 0.97], "critical β = max(H, 1/2)")
        .XAxis("scaling exponent β (no unit)").YAxis("Hurst index H (no unit)");

    // A narrow valley that bends, after H. Rosenbrock.
    private static double Valley(double a, double b) =>
        Math.Pow(1 - (2 * a), 2) + (10 * Math.Pow((2 * b) - (4 * a * a), 2)) + 0.01;

    private static double[,] Bowl(double roughness) => Grid(41, 41, (b, a) =>
        4 * (Math.Pow(a - 0.5, 2) + Math.Pow(b - 0.5, 2)) + (roughness * (1 - (Math.Cos(19 * (a - 0.5)) * Math.Cos(23 * (b - 0.5))))));

    private static Figure Contour() => Figure.Titled("Loss around the weights that were found")
        .Contour(Steps(-1, 1, 41), Steps(-1, 1, 41), Bowl(0.2), "cross-entropy (nats)")
        .XAxis("along direction δ (filter norms)").YAxis("along direction η (filter norms)");

    private static Figure ContourWithPath()
    {
        double[] path = [.. Enumerable.Range(0, 40).Select(step => 1.45 * step / 39)];
        return Figure.Titled("Gradient descent follows the valley")
            .Contour(Steps(0, 2, 61), Steps(0, 2, 51), Grid(51, 61, (b, a) => Valley(a, b)), "loss (no unit)", AxisScale.Log, max: 100)
            .Line(path, path.Select(a => a * a * 0.9), "path of the weights", SeriesColor.Vermillion)
            .Scatter([1.0], [1.0], "minimum", SeriesColor.Purple)
            .XAxis("first weight (no unit)").YAxis("second weight (no unit)");
    }

    private static Figure Surface() => Figure.Titled("Loss around the weights that were found")
        .Surface(Steps(-1, 1, 41), Steps(-1, 1, 41), Bowl(0.3), "cross-entropy (nats)")
        .XAxis("along direction δ (filter norms)").YAxis("along direction η (filter norms)");

    private static Figure RowOfLandscapes() => Figure.Row(
        Figure.Titled("as a surface")
            .Surface(Steps(0, 2, 41), Steps(0, 2, 31), Grid(31, 41, (b, a) => Valley(a, b)), "loss (no unit)", AxisScale.Log)
            .XAxis("first weight").YAxis("second weight"),
        Figure.Titled("as a map")
            .Contour(Steps(0, 2, 41), Steps(0, 2, 31), Grid(31, 41, (b, a) => Valley(a, b)), "loss (no unit)", AxisScale.Log)
            .Published([1.0], [1.0], "minimum")
            .XAxis("first weight").YAxis("second weight"));

    private static Figure Row()
    {
        var panels = new[] { (1.0, "β = 1: identity"), (0.5, "β = 1/2: stable"), (0.25, "β = 1/4: explosion") }.Select(item =>
        {
            var measured = Noisy(Change(item.Item1), 3, 0.1);
            return Figure.Titled(item.Item2)
                .Line(Depths, measured, "median")
                .Band(Depths, measured.Select(v => v * 0.7), measured.Select(v => v * 1.4), "10–90 % of 50 networks")
                .Published(Depths, Change(item.Item1), "exact expectation")
                .XAxis("depth L (layers)").YAxis("‖h_L − h_0‖ / ‖h_0‖ (no unit)", AxisScale.Log);
        });
        return Figure.Row([.. panels]).SharingYAxis().WithTitle("Three regimes of the scaling α_L = L^{−β}");
    }

    private static Figure RowOfHistograms() => Figure.Row(
        Figure.Titled("forward").Histogram(Normal(3_000, 1, 1.3, 0.1), "‖h_L‖ / ‖h_0‖").VerticalLine(1.3, "paper").XAxis("ratio (no unit)"),
        Figure.Titled("backward").Histogram(Normal(3_000, 2, 1.3, 0.1), "‖p_0‖ / ‖p_L‖").XAxis("ratio (no unit)").YAxis("networks (count)"))
        .SharingXAxis().SharingYAxis();

    private static Figure RowOfHeatmaps() => Figure.Row(
        Figure.Titled("hidden state")
            .Heatmap(Steps(0, 1, 20), Steps(0, 1, 20), Grid(20, 20, (a, b) => a - b), "change (no unit)", HeatmapColors.Diverging)
            .XAxis("β (no unit)").YAxis("H (no unit)"),
        Figure.Titled("gradient")
            .Heatmap(Steps(0, 1, 20), Steps(0, 1, 20), Grid(20, 20, (a, b) => a * b), "brightness (0 to 1)", HeatmapColors.Greys, 0, 1)
            .XAxis("β (no unit)").YAxis("H (no unit)"));

    private static Figure Slider() => Figure.Titled("What if the scaling exponent were another?")
        .Published(Depths, Change(0.5), "exact expectation at β = 1/2")
        .XAxis("depth L (layers)").YAxis("‖h_L − h_0‖ / ‖h_0‖ (no unit)", AxisScale.Log)
        .WithSlider("β", [0.25, 0.5, 0.75, 1.0], beta => new Figure()
            .Line(Depths, Noisy(Change(beta), 7, 0.1), "measured")
            .HorizontalLine(beta, "β itself"));

    private static Figure RowWithSlider() => Figure.Row(
            new Figure().WithTitle("forward").XAxis("layer l").YAxis("variance (no unit)", AxisScale.Log),
            new Figure().WithTitle("backward").XAxis("layer l").YAxis("variance (no unit)", AxisScale.Log))
        .SharingYAxis().WithTitle("What each initialisation does to the signal").Subtitle("50 networks each, 50 layers of 128 units; dashed: predicted")
        .WithSlider("β", [0.25, 0.5, 0.75], beta => Figure.Row(
            new Figure().Line(Depths, Change(beta), "standard").Line(Depths, Noisy(Change(beta), 3, 0.4), "glorot_normal"),
            new Figure().Line(Depths, Change(beta / 2), "standard").Line(Depths, Noisy(Change(beta / 2), 4, 0.4), "he_normal")));

    private static Figure Animation() => Figure.Titled("Activations layer by layer")
        .XAxis("activation (no unit)").YAxis("neurons (count)")
        .WithAnimation("layer", Enumerable.Range(1, 6).Select(layer =>
            ($"{layer}", new Figure().Histogram(Normal(2_000, layer, 0, Math.Pow(0.8, layer)), "tanh network", bins: 40))));

    private static double LossAt(double exponent) => 2.3 - (1.8 / (1 + Math.Exp(-3 * (exponent + 2.5)))) + Math.Exp(6 * (exponent + 0.3));

    private static Figure Marks() => Figure.Titled("Learning rate range test")
        .Line(Steps(-5, 0, 60).Select(exponent => Math.Pow(10, exponent)), Steps(-5, 0, 60).Select(LossAt), "loss after 100 steps")
        .Annotate(0.003, 1.4, "steepest descent: pick this")
        .VerticalLine(0.3, "divergence")
        .HorizontalLine(2.3, "loss at the start")
        .XAxis("learning rate η (no unit)", AxisScale.Log, max: 1).YAxis("cross-entropy (nats)", AxisScale.Log);

    private static Figure Gaps()
    {
        double[] y = [1, 2, double.NaN, 4, 3, double.PositiveInfinity, 5, 0, 7];
        var x = Enumerable.Range(1, y.Length);
        return Figure.Titled("Gaps & <tags> stay \"text\": </script>")
            .Line(x, y, "with gaps")
            .Band(x, y.Select(v => v * 0.5), y.Select(v => v * 2), "twice and half")
            .XAxis("run (number)").YAxis("value (no unit)", AxisScale.Log);
    }
}
