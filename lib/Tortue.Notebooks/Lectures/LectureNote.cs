namespace Tortue.Notebooks.Lectures;

/// <summary>What a lecturer says to one slide.</summary>
/// <param name="Cell">The id of the cell that the slide begins with.</param>
/// <param name="Text">The words, Markdown.</param>
/// <param name="Line">The line of the section's heading in its file, from 1.</param>
public sealed record LectureNote(string Cell, string Text, int Line);
