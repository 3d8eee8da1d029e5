namespace Tortue.Notebooks.Running;

/// <summary>Where a run is: reported before each code cell.</summary>
/// <param name="CellNumber">The cell about to run, from 1, counted over all cells.</param>
/// <param name="CellCount">The number of all cells.</param>
/// <param name="Heading">The text of the last heading above the cell; empty where there is none.</param>
/// <param name="Elapsed">The time since the start of the run.</param>
public sealed record NotebookProgress(int CellNumber, int CellCount, string Heading, TimeSpan Elapsed);
