namespace Tortue.Notebooks.Checks;

/// <summary>Replacements at places of a text that do not overlap.</summary>
/// <param name="text">The text.</param>
internal sealed class TextEdits(string text)
{
    private readonly List<(int Start, int Length, string Replacement)> _edits = [];

    /// <summary>Replaces a part of the text.</summary>
    /// <returns>Whether that changes anything.</returns>
    public bool Replace(int start, int length, string replacement)
    {
        if (text.AsSpan(start, length).SequenceEqual(replacement))
            return false;
        _edits.Add((start, length, replacement));
        return true;
    }

    /// <summary>The text with all replacements.</summary>
    public override string ToString()
    {
        var edited = text;
        foreach (var (start, length, replacement) in _edits.OrderByDescending(edit => edit.Start))
            edited = string.Concat(edited.AsSpan(0, start), replacement, edited.AsSpan(start + length));
        return edited;
    }
}
