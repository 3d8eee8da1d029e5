namespace Tortue.Exercises;

/// <summary>Why two values differ.</summary>
/// <param name="Reason">A sentence that says more than the two values do, or nothing.</param>
internal sealed record Difference(string Reason)
{
    /// <summary>The reason with a space before it, to be put behind a sentence.</summary>
    public string InWords => Reason.Length == 0 ? "" : " " + Reason;
}
