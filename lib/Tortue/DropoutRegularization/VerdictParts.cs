namespace Tortue.DropoutRegularization;

/// <summary>Says which parts of a rule hold.</summary>
internal static class VerdictParts
{
    /// <summary>A sentence with the numbers of the parts that hold, as the rule numbers them, from 1 on.</summary>
    /// <param name="parts">Which hold.</param>
    public static string Sentence(IReadOnlyList<bool> parts)
    {
        string[] held = [.. Enumerable.Range(0, parts.Count).Where(part => parts[part]).Select(part => Text.Format("({0})", part + 1))];
        return held.Length == 0
            ? DropoutRegularizationText.NoPartHolds
            : Text.Format(DropoutRegularizationText.PartsHold, string.Join(", ", held), parts.Count);
    }
}
