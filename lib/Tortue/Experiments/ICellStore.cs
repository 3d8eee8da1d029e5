namespace Tortue.Experiments;

/// <summary>
/// Keeps the finished parts of a run that was stopped, so that the next run with the same settings goes on from there. A part, here a
/// cell, is one training, one setting or one network; it depends on nothing but the settings and its key. Cells may be asked for and kept
/// from several threads.
/// </summary>
public interface ICellStore
{
    /// <summary>How long earlier runs took up to the last cell that they finished.</summary>
    TimeSpan Spent { get; }

    /// <summary>A cell that an earlier run finished, as JSON, or null.</summary>
    /// <param name="key">Which cell, for example "random/seed 3".</param>
    string? Find(string key);

    /// <summary>Keeps a cell that has just been finished.</summary>
    /// <param name="key">Which cell.</param>
    /// <param name="json">What was computed, on one line.</param>
    /// <param name="spent">How long the run has taken so far, earlier runs included.</param>
    void Keep(string key, string json, TimeSpan spent);
}
