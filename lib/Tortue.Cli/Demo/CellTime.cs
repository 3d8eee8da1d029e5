namespace Tortue.Cli.Demo;

/// <summary>How long one cell took, with what it takes to compile it.</summary>
/// <param name="Number">Its number, from 1, counted over all cells.</param>
/// <param name="Heading">The text of the last heading above it.</param>
/// <param name="Time">From its start to that of the next.</param>
internal sealed record CellTime(int Number, string Heading, TimeSpan Time);
