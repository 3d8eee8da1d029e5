namespace Tortue.Cli.Files;

/// <summary>A finished part of a run cannot be kept.</summary>
/// <param name="message">What, and what to do.</param>
/// <param name="inner">What the file system said.</param>
internal sealed class CellStoreException(string message, Exception inner) : Exception(message, inner);
