namespace Tortue.Data.Downloads;

/// <summary>How far the download of a file is.</summary>
/// <param name="File">The file.</param>
/// <param name="Received">Bytes that have arrived, those of an earlier try among them.</param>
public readonly record struct DownloadProgress(RemoteFile File, long Received);
