using System.Net;
using Tortue.Display;

namespace Tortue.Experiments;

/// <summary>What an experiment's data say about a published claim.</summary>
/// <param name="Kind">How the claim fared.</param>
/// <param name="Sentence">What was seen, in one sentence.</param>
/// <param name="Rule">How the kind follows from the data.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record Verdict(VerdictKind Kind, string Sentence, string Rule) : IMimeBundle
{
    /// <summary>The verdict and its sentence on one line.</summary>
    public override string ToString() => $"{Name(Kind)}: {Sentence}";

    /// <summary>The verdict as a marked paragraph with its rule in small print, and as text.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => new Dictionary<string, string>
    {
        [MimeTypes.Html] = ToHtml(),
        [MimeTypes.PlainText] = $"{this}\n{Text.Format(ExperimentsText.Rule, Rule)}",
    };

    /// <summary>The verdict as a marked paragraph with its rule in small print.</summary>
    public string ToHtml()
    {
        var color = Kind switch
        {
            VerdictKind.Reproduced => "#009E73",
            VerdictKind.PartlyReproduced => "#B8860B",
            _ => "#D55E00",
        };
        return $"""
            <div class="tortue-verdict" style="border-left:4px solid {color};padding:.2em .8em;margin:.5em 0">
            <strong>{WebUtility.HtmlEncode(Name(Kind))}.</strong> {WebUtility.HtmlEncode(Sentence)}
            <br><small>{WebUtility.HtmlEncode(Text.Format(ExperimentsText.Rule, Rule))}</small></div>
            """;
    }

    /// <summary>The kind that follows from how many parts of a claim hold: all, some or none.</summary>
    internal static VerdictKind KindOf(int held, int parts) =>
        held == parts ? VerdictKind.Reproduced : held > 0 ? VerdictKind.PartlyReproduced : VerdictKind.NotReproduced;

    private static string Name(VerdictKind kind) => kind switch
    {
        VerdictKind.Reproduced => ExperimentsText.Reproduced,
        VerdictKind.PartlyReproduced => ExperimentsText.PartlyReproduced,
        _ => ExperimentsText.NotReproduced,
    };
}
