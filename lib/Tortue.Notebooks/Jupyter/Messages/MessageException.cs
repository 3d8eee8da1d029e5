namespace Tortue.Notebooks.Jupyter.Messages;

/// <summary>What came is no message that a kernel may act on: it is dropped, and the log says why.</summary>
internal sealed class MessageException(string message) : Exception(message);
