namespace Tortue.Notebooks.Handouts;

/// <summary>A handout that has been written.</summary>
/// <param name="Path">The file's full path.</param>
/// <param name="Title">The page's title.</param>
/// <param name="Bytes">The file's size in bytes.</param>
/// <param name="Notices">Sentences for whoever exported it, for example that the page needs the network.</param>
public sealed record HandoutResult(string Path, string Title, long Bytes, IReadOnlyList<string> Notices);
