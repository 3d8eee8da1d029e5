namespace Tortue.Cli.Grading;

/// <summary>What one submission may take.</summary>
/// <param name="Time">Time of the whole notebook by the clock.</param>
/// <param name="Memory">Bytes of its process in memory.</param>
/// <param name="Processors">Processors that it sees.</param>
internal sealed record GradingLimits(TimeSpan Time, long Memory, int Processors)
{
    /// <summary>Bytes of its journal: some ten thousand checks.</summary>
    public long Journal => 16_000_000;

    /// <summary>
    /// Bytes of .NET's own objects: somewhat below <see cref="Memory"/>, so that a cell that asks for too much most often ends with an
    /// exception, and the cells after it still run.
    /// </summary>
    public long Heap => Memory / 10 * 8;
}
