namespace Tortue.Experiments;

/// <summary>Measures candidates in turns: each makes one step in each round, beginning with another one each time, so that whatever slows
/// the machine down slows all of them.</summary>
internal static class Turns
{
    /// <summary>Runs all rounds.</summary>
    /// <param name="run">Told after each round, and asked before each step whether to stop.</param>
    /// <param name="steps">Makes a step of each candidate; told whether its time counts.</param>
    /// <param name="warmUp">Rounds before those that count.</param>
    /// <param name="rounds">Rounds that count.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void Take(ExperimentRun run, IReadOnlyList<Action<bool>> steps, int warmUp, int rounds)
    {
        for (int round = 0; round < warmUp + rounds; round++)
        {
            for (int turn = 0; turn < steps.Count; turn++)
            {
                run.Cancellation.ThrowIfCancellationRequested();
                steps[(turn + round) % steps.Count](round >= warmUp);
            }

            run.Report(round + 1, warmUp + rounds);
        }
    }
}
