using Tortue.Experiments;

namespace Tortue.Gradients;

/// <summary>What <see cref="ShatteredGradients"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Curves">One for each kind of inputs and of network.</param>
/// <param name="Series">The gradients of single networks over the grid, for the charts.</param>
public sealed partial record ShatteredGradientsResult(
    ShatteredGradientsOptions Options, RunRecord Run, IReadOnlyList<GradientCurve> Curves, IReadOnlyList<GradientSeries> Series)
    : IExperimentResult
{
    /// <summary>The lags whose autocorrelation says where a network is between brown and white noise: 1 to 20 steps of the grid.</summary>
    public const int JudgedLags = 20;

    /// <summary>How near a network must be to brown noise (0) or white noise (1) to count as it.</summary>
    public const double NearNoise = 0.15;

    private const double Deviations = 3;

    /// <summary>
    /// Where a network's gradients are between brown noise (0) and white noise (1), by the mean autocorrelation over the lags 1 to
    /// <see cref="JudgedLags"/>; and the standard error over networks.
    /// </summary>
    /// <param name="wiring">The kind of network.</param>
    /// <param name="depth">One of the settings' depths.</param>
    /// <exception cref="ArgumentException">There is no such network.</exception>
    public (double Place, double Error) Whiteness(NetworkWiring wiring, int depth)
    {
        var measured = At(GradientInputs.Grid, wiring, depth);
        int last = Math.Min(JudgedLags, measured.Autocorrelation.Count - 1);
        double brown = Mean(Autocorrelation.Brown(Options.Points, last)), white = Mean(Autocorrelation.White(Options.Points, last));

        // Errors of neighbouring lags go together: their mean is that of the mean, or a little more.
        return ((brown - Mean(measured.Autocorrelation)) / (brown - white), Mean(measured.AutocorrelationErrors) / (brown - white));

        double Mean(IReadOnlyList<double> values) => values.Skip(1).Take(last).Average();
    }

    /// <summary>
    /// Whether one layer gives brown noise, many layers white noise, with and without batch norm, and a residual network with batch norm
    /// lies between.
    /// </summary>
    public Verdict Verdict()
    {
        var one = Whiteness(NetworkWiring.Plain, 1);
        var plain = Whiteness(NetworkWiring.Plain, Options.PlainDepth);
        var normalized = Whiteness(NetworkWiring.PlainNormalized, Options.PlainDepth);
        var residual = Whiteness(NetworkWiring.ResidualNormalized, Options.ResidualDepth);
        bool[] parts =
        [
            Math.Abs(one.Place) <= NearNoise,
            plain.Place >= 1 - NearNoise,
            normalized.Place >= 1 - NearNoise,
            Apart(residual, one) && Apart(normalized, residual),
        ];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                GradientsText.ShatteredSentence,
                one.Place,
                Options.PlainDepth,
                plain.Place,
                normalized.Place,
                Options.ResidualDepth,
                residual.Place),
            Text.Format(GradientsText.ShatteredRule, JudgedLags, NearNoise, 1 - NearNoise, Options.PlainDepth, Deviations));
    }

    /// <summary>The curve of one kind of network.</summary>
    internal GradientCurve Curve(GradientInputs inputs, NetworkWiring wiring) =>
        Curves.FirstOrDefault(curve => curve.Inputs == inputs && curve.Wiring == wiring)
        ?? throw new ArgumentException(Text.Format(GradientsText.ShatterNoSuchCurve, inputs, wiring));

    private static bool Apart((double Place, double Error) upper, (double Place, double Error) lower) =>
        upper.Place - lower.Place > Deviations * Math.Sqrt(upper.Error * upper.Error + lower.Error * lower.Error);

    private GradientDepth At(GradientInputs inputs, NetworkWiring wiring, int depth) =>
        Curve(inputs, wiring).Depths.FirstOrDefault(each => each.Depth == depth)
        ?? throw new ArgumentException(Text.Format(GradientsText.ShatterBadShownDepth, depth, string.Join(", ", Options.Depths)));
}
