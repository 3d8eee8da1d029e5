namespace Tortue.Notebooks.Scripting;

/// <summary>What a cell reads from where somebody can be asked: each question has words of its own.</summary>
internal abstract class QuestionReader : TextReader
{
    /// <summary>Asks for a line.</summary>
    /// <param name="prompt">The question; empty for none.</param>
    /// <param name="isPassword">Whether what is typed is hidden.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">There is nobody to ask after all.</exception>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public abstract Task<string> AskAsync(string prompt, bool isPassword, CancellationToken cancellation);
}
