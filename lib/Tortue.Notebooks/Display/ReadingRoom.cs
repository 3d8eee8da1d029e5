using System.Globalization;

namespace Tortue.Notebooks.Display;

/// <summary>
/// What is left to be shown of a value, over all its depths, and what is being read just now: values inside values multiply, and some lead back to
/// themselves.
/// </summary>
internal sealed class ReadingRoom
{
    /// <summary>How many values one display shows in all.</summary>
    public const int MaxValues = 1000;

    /// <summary>How long a text is that stands among others.</summary>
    public const int MaxText = 200;

    /// <summary>How long a text is that stands alone.</summary>
    public const int MaxLoneText = 20_000;

    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);
    private int _left = MaxValues;

    /// <summary>Whether one more value can be shown.</summary>
    public bool HasRoom => _left > 0;

    /// <summary>A value is shown.</summary>
    public void Take() => _left--;

    /// <summary>Begins to read inside a value; false where that is being done already.</summary>
    public bool Enter(object value) => value.GetType().IsValueType || _open.Add(value);

    /// <summary>Ends reading inside a value.</summary>
    public void Leave(object value) => _open.Remove(value);

    /// <summary>A text, cut where it is too long for its place.</summary>
    public static string Cut(string text, int depth)
    {
        var length = depth == 0 ? MaxLoneText : MaxText;
        if (text.Length <= length)
            return text;

        if (char.IsHighSurrogate(text[length - 1]))
            length--;
        return text[..length] + string.Format(CultureInfo.InvariantCulture, DisplayText.MoreCharacters, (text.Length - length).ToString("N0", CultureInfo.InvariantCulture));
    }
}
