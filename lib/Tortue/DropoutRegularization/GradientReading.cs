using System.Net;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DropoutRegularization;

/// <summary>What <see cref="GradientDiagnostics"/> measured of some minibatches' gradients at the same weights.</summary>
/// <param name="Minibatches">How many gradients, |G|.</param>
/// <param name="Parameters">How many numbers a gradient has.</param>
/// <param name="Norm">The mean of ‖g‖₂.</param>
/// <param name="DirectionVariance">GDV, the mean cosine distance of pairs of gradients, 0 to 2.</param>
/// <param name="DirectionError">GDE, the mean cosine distance to ĝ, 0 to 2.</param>
/// <param name="Alignment">The cosine between the mean direction of the gradients and ĝ, (1 − GDE) / √(1 − GDV): 1 means no bias. The
/// noise that a mean of finitely many gradients has is not in it, so an estimate may come out a little above 1. NaN where GDV is 1 or more:
/// then no common direction can be told from noise. Its standard error is too large, by a third or so, where there is no bias.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record GradientReading(
    int Minibatches, int Parameters, MeanError Norm, MeanError DirectionVariance, MeanError DirectionError, MeanError Alignment)
    : IMimeBundle
{
    /// <summary>Standard errors of pairs take at least three gradients.</summary>
    public const int FewestMinibatches = 3;

    /// <summary>The measures on one line.</summary>
    public override string ToString() => Text.Format(
        DropoutRegularizationText.DiagnosticsReading,
        Minibatches,
        Parameters,
        Norm.Mean,
        Norm.StandardError,
        DirectionVariance.Mean,
        DirectionVariance.StandardError,
        DirectionError.Mean,
        DirectionError.StandardError,
        Alignment.Mean,
        Alignment.StandardError);

    /// <summary>The line, as text and as a paragraph.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => new Dictionary<string, string>
    {
        [MimeTypes.Html] = ToHtml(),
        [MimeTypes.PlainText] = ToString(),
    };

    /// <summary>The line as a paragraph.</summary>
    public string ToHtml() => $"<p>{WebUtility.HtmlEncode(ToString())}</p>";

    /// <summary>(1 − GDE) / √(1 − GDV).</summary>
    internal static double AlignmentOf(double variance, double error) =>
        variance < 1 ? (1 - error) / Math.Sqrt(1 - variance) : double.NaN;
}
