namespace Tortue.Data.Downloads;

/// <summary>A file that somebody publishes.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Md5">Its MD5 checksum as its publisher states it, 32 hexadecimal digits: against broken transfers, not malice.</param>
/// <param name="Urls">Where it is, best first: the others are tried when that fails. At least one.</param>
public sealed record RemoteFile(string Name, long Size, string Md5, IReadOnlyList<Uri> Urls);
