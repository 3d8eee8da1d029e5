using Tortue.Charts;
using Tortue.Display;

namespace Tortue.Experiments;

/// <summary>What every experiment's Run returns: data that can be drawn, judged and stored.</summary>
public interface IExperimentResult : IMimeBundle
{
    /// <summary>Seed, engine, version and time.</summary>
    RunRecord Run { get; }

    /// <summary>The data as a chart; a notebook shows it for the result itself.</summary>
    Figure Figure();

    /// <summary>What the data say about the published claim, by a stated rule.</summary>
    Verdict Verdict();
}
