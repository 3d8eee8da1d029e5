namespace Tortue.Notebooks.Bibliography;

/// <summary>A file is no bibliography; the message says in one sentence where it is wrong and what to do.</summary>
public sealed class BibliographyException : Exception
{
    /// <param name="message">The sentence.</param>
    /// <param name="innerException">What went wrong below, or null.</param>
    public BibliographyException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
