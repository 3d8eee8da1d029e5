namespace Tortue.Notebooks.Handouts;

/// <summary>A handout could not be written. The message is one sentence: which file, why, and what to do.</summary>
public sealed class HandoutWriteException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The sentence.</param>
    /// <param name="innerException">What the file system said.</param>
    public HandoutWriteException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
