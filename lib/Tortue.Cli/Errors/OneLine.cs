namespace Tortue.Cli.Errors;

/// <summary>Text that must fit into a sentence.</summary>
internal static class OneLine
{
    /// <summary>The words of a text with single spaces between them, its breaks gone.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
