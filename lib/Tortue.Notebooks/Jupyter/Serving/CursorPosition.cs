namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>Cursors: the protocol counts Unicode characters, .NET the UTF-16 units of which some need two.</summary>
internal static class CursorPosition
{
    /// <summary>From characters to units; the end of the text for what lies behind it.</summary>
    public static int ToUnits(string text, int characters)
    {
        var unit = 0;
        for (var i = 0; i < characters && unit < text.Length; i++)
            unit += IsPair(text, unit) ? 2 : 1;
        return unit;
    }

    /// <summary>From units to characters.</summary>
    public static int ToCharacters(string text, int units)
    {
        var characters = 0;
        for (var unit = 0; unit < units; characters++)
            unit += IsPair(text, unit) ? 2 : 1;
        return characters;
    }

    private static bool IsPair(string text, int unit) => unit + 1 < text.Length && char.IsSurrogatePair(text, unit);
}
