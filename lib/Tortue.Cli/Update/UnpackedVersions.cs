namespace Tortue.Cli.Update;

/// <summary>What an update compares, unpacked to the side.</summary>
/// <param name="Newer">The new version.</param>
/// <param name="Older">The version that the student's course came from; null where nobody knows it.</param>
/// <param name="Finish">What is left to do when all files are in place; null for nothing.</param>
internal sealed record UnpackedVersions(StagedVersion Newer, StagedVersion? Older, Func<Task>? Finish);
