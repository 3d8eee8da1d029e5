namespace Tortue.Notebooks.Handouts;

/// <summary>What a handout does with solutions: cells tagged <c>solution</c>, boxes of that kind, and marked regions of code.</summary>
public enum SolutionDisplay
{
    /// <summary>Solutions are left out. Marked regions of code become a line that says where to write.</summary>
    None,

    /// <summary>Solutions are there, each behind a line that opens it.</summary>
    Folded,

    /// <summary>Solutions are shown.</summary>
    Shown,
}
