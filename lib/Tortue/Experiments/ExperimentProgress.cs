namespace Tortue.Experiments;

/// <summary>How far an experiment has come.</summary>
/// <param name="Done">Work done, in units that only the experiment knows.</param>
/// <param name="Total">All the work, in the same units.</param>
/// <param name="Elapsed">Time since the start.</param>
public sealed record ExperimentProgress(long Done, long Total, TimeSpan Elapsed)
{
    /// <summary>The share of the work that is done, 0 to 1.</summary>
    public double Fraction => Total == 0 ? 1 : (double)Done / Total;

    /// <summary>The time left if the work goes on as it went, or null before anything is done.</summary>
    public TimeSpan? Remaining => Done == 0 ? null : Elapsed * ((Total - Done) / (double)Done);
}
