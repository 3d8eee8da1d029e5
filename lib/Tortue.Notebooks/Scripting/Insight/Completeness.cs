namespace Tortue.Notebooks.Scripting.Insight;

/// <summary>Whether a cell's text can be run as it stands.</summary>
public enum Completeness
{
    /// <summary>It can.</summary>
    Complete,

    /// <summary>Something is missing at the end: a brace, a string's quotation mark.</summary>
    Incomplete,

    /// <summary>It is wrong, whatever follows.</summary>
    Invalid,
}
