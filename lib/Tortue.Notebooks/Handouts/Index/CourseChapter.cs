using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Handouts.Index;

/// <summary>A chapter of the course, as its index lists it.</summary>
/// <param name="Name">The name that its files have in common, without an ending: <c>04-dropout</c>.</param>
/// <param name="Document">The notebook; its outputs do not matter.</param>
public sealed record CourseChapter(string Name, NotebookDocument Document);
