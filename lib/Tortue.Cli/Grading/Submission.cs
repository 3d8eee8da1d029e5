namespace Tortue.Cli.Grading;

/// <summary>What a student handed in.</summary>
/// <param name="Student">Who.</param>
/// <param name="Path">The notebook's full path; null where there is none.</param>
/// <param name="Name">The notebook's path within the folder of submissions; empty where there is none.</param>
internal sealed record Submission(string Student, string? Path, string Name);
