namespace Tortue.Notebooks.Handouts.Code;

/// <summary>What a line of a code cell is.</summary>
internal enum LineKind
{
    /// <summary>Shown as it is.</summary>
    Plain,

    /// <summary>The mark that opens a solution.</summary>
    Begin,

    /// <summary>A line of a solution.</summary>
    Solution,

    /// <summary>The mark that closes a solution.</summary>
    End,
}
