namespace Tortue.Exercises;

/// <summary>A wrong answer that people give for a reason, and what to tell them.</summary>
/// <typeparam name="TAnswer">What is answered: a number, a vector, a function.</typeparam>
/// <param name="Answer">The wrong answer.</param>
/// <param name="Message">What is behind it and where to look, in one or two sentences.</param>
public sealed record Misconception<TAnswer>(TAnswer Answer, string Message);
