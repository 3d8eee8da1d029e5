namespace Tortue.Notebooks.Grading;

/// <summary>What the process around a graded notebook saw of it.</summary>
/// <param name="ExitCode">What it exited with; meaningless where a limit ended it.</param>
/// <param name="Limit">The limit that ended it (<see cref="GradingEnd.TimedOut"/>, <see cref="GradingEnd.OutOfMemory"/>,
/// <see cref="GradingEnd.TooMuchOutput"/>); null where it ended by itself.</param>
/// <param name="LastWords">The beginning of what it wrote to standard error, beside its cells.</param>
public sealed record ProcessEnd(int ExitCode, GradingEnd? Limit, string LastWords);
