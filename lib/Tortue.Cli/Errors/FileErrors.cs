namespace Tortue.Cli.Errors;

/// <summary>What files and folders can answer.</summary>
internal static class FileErrors
{
    /// <summary>Whether an exception says that the file system refused, so that its message is for the user.</summary>
    /// <param name="exception">Any exception.</param>
    public static bool Covers(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>What the file system said, to stand inside a sentence.</summary>
    /// <param name="exception">One that <see cref="Covers"/> holds for.</param>
    public static string Reason(Exception exception) => OneLine.Of(exception.Message).TrimEnd('.');
}
