namespace Tortue.Notebooks.Handouts.Assets;

/// <summary>One file that a handout needs: where it is when embedded, and where a page finds it otherwise.</summary>
/// <param name="Name">Name of the library, as its authors write it.</param>
/// <param name="Version">Its version on npm.</param>
/// <param name="File">Path among the embedded assets.</param>
/// <param name="Url">Address on the CDN of exactly the same file.</param>
/// <param name="Integrity">Subresource integrity of the file: <c>sha384-</c> and the hash in base 64.</param>
internal sealed record HandoutAsset(string Name, string Version, string File, string Url, string Integrity);
