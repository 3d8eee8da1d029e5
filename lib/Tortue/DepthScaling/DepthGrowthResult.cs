using System.Text.Json.Serialization;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="DepthGrowth"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Cells">One measurement for each β and L, in the settings' order.</param>
public sealed partial record DepthGrowthResult(DepthGrowthOptions Options, RunRecord Run, IReadOnlyList<DepthGrowthCell> Cells)
    : IExperimentResult
{
    /// <summary>The forward half, figure 1: ‖h_L − h_0‖ / ‖h_0‖ over depth.</summary>
    [JsonIgnore]
    public GrowthCurves HiddenStates => new(this, GrowthQuantity.HiddenStates);

    /// <summary>The backward half, figure 3: ‖p_L − p_0‖ / ‖p_L‖ over depth.</summary>
    [JsonIgnore]
    public GrowthCurves Gradients => new(this, GrowthQuantity.Gradients);

    /// <summary>
    /// Whether both halves behave as the paper says: identity above the critical exponent, ½ for independent weights and 1 for smooth ones,
    /// a limit that is neither trivial nor infinite there, and explosion below.
    /// </summary>
    public Verdict Verdict() => GrowthCurves.Judge([HiddenStates, Gradients]);
}
