using System.Text.Json.Serialization;
using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="SmoothGrowth"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Cells">One measurement for each β and L, in the settings' order.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record SmoothGrowthResult(SmoothGrowthOptions Options, RunRecord Run, IReadOnlyList<DepthGrowthCell> Cells)
    : IExperimentResult
{
    /// <summary>The forward half, figure 4: ‖h_L − h_0‖ / ‖h_0‖ over depth.</summary>
    [JsonIgnore]
    public GrowthCurves HiddenStates => Growth.HiddenStates;

    /// <summary>The backward half, figure 5: ‖p_L − p_0‖ / ‖p_L‖ over depth.</summary>
    [JsonIgnore]
    public GrowthCurves Gradients => Growth.Gradients;

    /// <summary>Whether both halves behave as the paper says: identity for β &gt; 1, a limit at β = 1, explosion for β &lt; 1.</summary>
    public Verdict Verdict() => Growth.Verdict();

    /// <summary>Both halves side by side: figures 4 and 5.</summary>
    public Figure Figure() => Growth.Figure();

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private DepthGrowthResult Growth => new(Options.Growth(), Run, Cells);
}
