namespace Tortue.Notebooks.Handouts.Paper;

/// <summary>What a browser has made of a page.</summary>
/// <typeparam name="T">Text or bytes.</typeparam>
/// <param name="Content">The result.</param>
/// <param name="Notices">What is missing on it, one sentence each.</param>
internal sealed record Printed<T>(T Content, IReadOnlyList<string> Notices);
