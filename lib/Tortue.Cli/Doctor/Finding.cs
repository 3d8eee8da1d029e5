namespace Tortue.Cli.Doctor;

/// <summary>Something that was looked at.</summary>
/// <param name="State">How it is.</param>
/// <param name="Subject">What it is about, in a word.</param>
/// <param name="Text">What was found, and what to do about it.</param>
internal sealed record Finding(FindingState State, string Subject, string Text);
