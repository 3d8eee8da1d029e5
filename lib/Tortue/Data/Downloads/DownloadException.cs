namespace Tortue.Data.Downloads;

/// <summary>A file could not be downloaded; there is nothing under its name. The message says why, place by place.</summary>
/// <param name="message">One sentence.</param>
public sealed class DownloadException(string message) : Exception(message);
