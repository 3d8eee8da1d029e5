namespace Tortue.Notebooks.Documents;

/// <summary>A file that should be a notebook is not one. The message is one sentence for the user: which file, what, where, what to do.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One sentence for the user.</param>
    /// <param name="line">The line in the file, from 1, where known.</param>
    /// <param name="innerException">What the reader of JSON said, if it was that.</param>
    public NotebookFormatException(string message, int? line = null, Exception? innerException = null)
        : base(message, innerException) => Line = line;

    /// <summary>The line in the file, from 1, where known.</summary>
    public int? Line { get; }
}
