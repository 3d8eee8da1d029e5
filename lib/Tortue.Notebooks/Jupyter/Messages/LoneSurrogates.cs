using System.Buffers.Text;

namespace Tortue.Notebooks.Jupyter.Messages;

/// <summary>
/// Halves of characters in JSON: JavaScript and Python write a text that was cut in the middle of an emoji as \ud83d alone, which .NET does not
/// read.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>Puts the replacement character U+FFFD in their places.</summary>
    /// <param name="json">JSON; not changed.</param>
    /// <returns>The same bytes where there are none, else a copy.</returns>
    public static byte[] Replace(byte[] json)
    {
        var result = json;
        for (var i = Array.IndexOf(json, (byte)'\\'); i >= 0 && i < json.Length; i++)
        {
            if (json[i] != '\\')
                continue;
            var unit = Escape(json, i);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(Escape(json, i + EscapeLength)))
            {
                i += (2 * EscapeLength) - 1;
            }
            else if (char.IsSurrogate(unit))
            {
                if (ReferenceEquals(result, json))
                    result = (byte[])json.Clone();
                "fffd"u8.CopyTo(result.AsSpan(i + 2));
                i += EscapeLength - 1;
            }
            else
            {
                // The character after it may be a backslash too, which begins nothing then.
                i++;
            }
        }

        return result;
    }

    /// <summary>The unit that an escape at this place stands for; U+0000 where there is none.</summary>
    private static char Escape(byte[] json, int start) =>
        start + EscapeLength <= json.Length && json[start] == '\\' && json[start + 1] == 'u'
        && Utf8Parser.TryParse(json.AsSpan(start + 2, 4), out ushort unit, out var read, 'x') && read == 4
            ? (char)unit
            : '\0';
}
