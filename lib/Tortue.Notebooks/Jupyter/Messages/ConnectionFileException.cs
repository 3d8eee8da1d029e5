namespace Tortue.Notebooks.Jupyter.Messages;

/// <summary>A connection file that a kernel cannot start from; the message says which, and what is wrong with it.</summary>
/// <param name="message">One sentence.</param>
public sealed class ConnectionFileException(string message) : Exception(message);
