namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>A kind of box that sets a part of a chapter apart.</summary>
/// <param name="Name">The cell tag, the container's name (<c>::: careful</c>) and the class of the style sheet.</param>
/// <param name="Label">The heading that readers see.</param>
internal sealed record BoxKind(string Name, string Label)
{
    private static readonly BoxKind[] Known =
    [
        new("careful", ProseText.Careful),
        new("predict", ProseText.Predict),
        new("exercise", ProseText.Exercise),
        new("solution", ProseText.Solution),
        new("instructor", ProseText.Instructor),
        new("note", ProseText.Note),
        new("tip", ProseText.Tip),
        new("remember", ProseText.Remember),
    ];

    // GitHub's alerts: > [!WARNING]
    private static readonly Dictionary<string, string> Alerts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["note"] = "note",
        ["tip"] = "tip",
        ["important"] = "remember",
        ["warning"] = "careful",
        ["caution"] = "careful",
    };

    /// <summary>The solution of an exercise.</summary>
    public static BoxKind Solution { get; } = Find("solution")!;

    /// <summary>The kind with a name, or null.</summary>
    public static BoxKind? Find(string? name) =>
        Array.Find(Known, kind => string.Equals(kind.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The kind that one of GitHub's alerts means, or null.</summary>
    public static BoxKind? OfAlert(string name) => Find(Alerts.GetValueOrDefault(name, name));

    /// <summary>The kind whose label a text opens with, as in "Careful: the bound …", or null.</summary>
    public static BoxKind? OpenedBy(string text) => Array.Find(Known, kind => kind.IsNamedBy(text));

    /// <summary>Whether a text already says what this box is, so that no second heading is needed.</summary>
    public bool IsNamedBy(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        return trimmed.StartsWith(Label, StringComparison.OrdinalIgnoreCase)
            && (trimmed.Length == Label.Length || !char.IsLetter(trimmed[Label.Length]));
    }
}
