namespace Tortue.Notebooks.Handouts.Paper;

/// <summary>A browser did not do what it was asked for.</summary>
/// <param name="message">What it says.</param>
internal sealed class DevToolsException(string message) : Exception(message);
