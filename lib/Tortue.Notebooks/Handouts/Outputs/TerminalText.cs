using System.Text.RegularExpressions;

namespace Tortue.Notebooks.Handouts.Outputs;

/// <summary>Text that was written for a terminal, as it would stand on a page.</summary>
internal static partial class TerminalText
{
    /// <summary>Takes away colours and other escape sequences, and of a line that was overwritten keeps what was written last.</summary>
    public static string Clean(string text)
    {
        var plain = EscapeSequence().Replace(text, "").Replace("\r\n", "\n", StringComparison.Ordinal);
        if (plain.Contains('\r'))
            plain = string.Join('\n', plain.Split('\n').Select(LastWriting));
        return OtherControls().Replace(plain, "");
    }

    // A progress line ends with its carriage return or begins with it.
    private static string LastWriting(string line)
    {
        var trimmed = line.TrimEnd('\r');
        return trimmed[(trimmed.LastIndexOf('\r') + 1)..];
    }

    [GeneratedRegex(@"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\-_])")]
    private static partial Regex EscapeSequence();

    [GeneratedRegex(@"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")]
    private static partial Regex OtherControls();
}
