using Tortue.Charts;
using Tortue.Display;
using Tortue.Models;

namespace Tortue.Gradients;

[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record TrainabilityMapResult
{
    /// <summary>The change of the errors between the last layer and the first, as a factor up or down, where theory's curve is
    /// drawn.</summary>
    public const double LostFactor = 1000;

    private const int CurvePoints = 300;

    /// <summary>Accuracy over gain and depth, a map for each activation; dashed the depth at which infinitely wide networks lose or gain a
    /// factor of <see cref="LostFactor"/>, which runs to infinity at the critical gain.</summary>
    public Figure Figure()
    {
        Figure[] panels = [.. Options.Activations.Select(Panel)];
        var figure = panels.Length == 1 ? panels[0] : Charts.Figure.Row(panels).SharingYAxis();
        return figure.WithTitle(GradientsText.TrainabilityTitle)
            .Subtitle(Text.Format(
                GradientsText.TrainabilitySubtitle, Options.Steps, Options.Examples, Options.Networks, Options.Width));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private Figure Panel(Activation activation)
    {
        var rows = RowsOf(activation).ToArray();
        var map = new double[rows.Length, Options.Gains.Count];
        for (int depth = 0; depth < rows.Length; depth++)
        {
            for (int gain = 0; gain < Options.Gains.Count; gain++)
                map[depth, gain] = rows[depth].Accuracy[gain];
        }

        double low = Options.Gains[0], high = Options.Gains[^1], margin = (high - low) / (Options.Gains.Count - 1) / 2;
        double[] gains =
            [.. Enumerable.Range(0, CurvePoints).Select(i => low - margin + (high - low + 2 * margin) * i / (CurvePoints - 1))];
        int step = (Options.Depths[^1] - Options.Depths[0]) / (Options.Depths.Count - 1);
        int top = Options.Depths[^1] + step / 2;
        var figure = Charts.Figure.Titled(activation.Name)
            .Heatmap(Options.Gains, rows.Select(row => row.Depth), map, GradientsText.AccuracyColor, min: 0, max: 1)
            .Published(
                gains,
                gains.Select(gain => LostAt(activation, gain, top)),
                Text.Format(GradientsText.LostCurve, LostFactor))
            .XAxis(GradientsText.GainAxis, min: gains[0], max: gains[^1])
            .YAxis(GradientsText.DepthAxis, min: Math.Max(0, Options.Depths[0] - step / 2), max: top);
        return CriticalGain(activation) is { } critical && critical > gains[0] && critical < gains[^1]
            ? figure.Published([critical, critical], [0, top], GradientsText.CriticalCurve)
            : figure;
    }

    // Not a number where it takes more than the map's depth.
    private double LostAt(Activation activation, double gain, int top)
    {
        double q = gain * gain, logarithm = 0, limit = 2 * Math.Log(LostFactor);
        for (int depth = 1; depth < top; depth++)
        {
            double step = Math.Log(MeanField.Susceptibility(activation, gain, q));
            if (Math.Abs(logarithm + step) >= limit)
                return depth + (limit - Math.Abs(logarithm)) / Math.Abs(step);
            logarithm += step;
            q = MeanField.NextMeanSquare(activation, gain, q);
        }

        return double.NaN;
    }
}
