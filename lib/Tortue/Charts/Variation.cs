using System.Collections.Immutable;

namespace Tortue.Charts;

/// <summary>What changes in a figure when a slider is moved or an animation plays: one set of panels a step.</summary>
internal sealed record Variation(string Parameter, ImmutableArray<Variation.Step> Steps, TimeSpan? FrameTime)
{
    /// <summary>One position of the slider.</summary>
    internal sealed record Step(string Label, ImmutableArray<Panel> Panels);
}
