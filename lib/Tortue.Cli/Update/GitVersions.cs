namespace Tortue.Cli.Update;

/// <summary>Two commits of a course.</summary>
/// <param name="Newest">What the course is now, where the clone came from.</param>
/// <param name="Here">What the clone is at.</param>
internal sealed record GitVersions(string Newest, string Here);
