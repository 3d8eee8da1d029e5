namespace Tortue.Data;

/// <summary>A real set is not on this machine; the message says how to get it.</summary>
/// <param name="message">One sentence.</param>
public sealed class DataNotFoundException(string message) : Exception(message);
