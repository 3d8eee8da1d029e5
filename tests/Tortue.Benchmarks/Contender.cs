namespace Tortue.Benchmarks;

/// <summary>One way of doing the work that a benchmark compares.</summary>
/// <param name="Name">The column's title.</param>
/// <param name="Run">Does the work once.</param>
internal sealed record Contender(string Name, Action Run);
