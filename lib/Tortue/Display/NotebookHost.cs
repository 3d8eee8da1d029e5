namespace Tortue.Display;

/// <summary>
/// What the notebook that runs this code offers: its name, the running cell's cancellation, and outputs that can be replaced while a
/// cell runs. A host tells by data slots of <see cref="AppContext"/>, so neither side references the other; without a host all of it
/// does something sensible.
/// </summary>
public static class NotebookHost
{
    /// <summary>Slot of the host's name and version: a string.</summary>
    internal const string NameSlot = "Tortue.Host.Name";

    /// <summary>Slot of a <see cref="Func{T}"/> that gives the running cell's <see cref="CancellationToken"/>.</summary>
    internal const string CancellationSlot = "Tortue.Host.Cancellation";

    /// <summary>Slot of an action that shows a bundle: its display id, the bundle, and whether it replaces what that id
    /// shows; a replacement without any form takes the output away.</summary>
    internal const string DisplaySlot = "Tortue.Host.Display";

    /// <summary>Slot of an action that is told of each checked exercise: its number, its state, how often it was tried, and the
    /// message.</summary>
    internal const string ExerciseSlot = "Tortue.Host.Exercise";

    /// <summary>Slot of an action that is told the solution of each checked exercise: its number, its title, the source and the
    /// explanation. Only a host that makes a page with solutions fills it.</summary>
    internal const string SolutionSlot = "Tortue.Host.Solution";

    /// <summary>Slot of the seed that the checks of exercises draw their inputs from: an <see cref="int"/>; without it each check draws
    /// a seed of its own.</summary>
    internal const string ExerciseSeedSlot = "Tortue.Host.ExerciseSeed";

    /// <summary>Slot of the folder with results of experiments that may stand in place of a run: a string.</summary>
    internal const string ResultsSlot = "Tortue.Host.Results";

    /// <summary>Slot of whether what is measured is kept in that folder: a <see cref="bool"/>.</summary>
    internal const string KeepsResultsSlot = "Tortue.Host.KeepsResults";

    /// <summary>Slot of the preset whose stored results stand for quick runs: a string, for example "standard".</summary>
    internal const string PresetSlot = "Tortue.Host.Preset";

    /// <summary>Slot of the files of that preset: a dictionary from the full name of a record of settings to a path.</summary>
    internal const string StoredResultsSlot = "Tortue.Host.StoredResults";

    /// <summary>Name and version of the notebook's kernel, for example "tortue 0.1.0"; null outside a notebook.</summary>
    public static string? Name => AppContext.GetData(NameSlot) as string ?? FrontEnds.LoadedName();

    /// <summary>Cancelled when the reader interrupts the running cell; a token that is never cancelled where the host does not
    /// tell.</summary>
    public static CancellationToken Cancellation =>
        AppContext.GetData(CancellationSlot) is Func<CancellationToken> current ? current() : CancellationToken.None;

    /// <summary>Shows a value below the running cell. Without a host its text is written to the console.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A handle by which the output can be replaced.</returns>
    public static DisplayHandle Display(IMimeBundle value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Display(value.ToMimeBundle());
    }

    /// <summary>Shows something below the running cell. Without a host its text/plain form is written to the console.</summary>
    /// <param name="bundle">Its forms by MIME type, text/plain among them.</param>
    /// <returns>A handle by which the output can be replaced.</returns>
    public static DisplayHandle Display(IReadOnlyDictionary<string, string> bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var output = AppContext.GetData(DisplaySlot) is Action<string, IReadOnlyDictionary<string, string>, bool> show
            ? new SlotOutput(show)
            : InteractiveOutput.TryFind() ?? (IOutput)new ConsoleOutput(Console.Out);
        output.Show(bundle);
        return new DisplayHandle(output);
    }

    /// <summary>The seed that checks start from, where a grader wants the same inputs for everybody; null otherwise.</summary>
    internal static int? ExerciseSeed => AppContext.GetData(ExerciseSeedSlot) as int?;

    /// <summary>The folder with results that may stand in place of a run; null where the host has prepared none.</summary>
    internal static string? Results => AppContext.GetData(ResultsSlot) is string { Length: > 0 } folder ? folder : null;

    /// <summary>Whether what is measured is kept in that folder.</summary>
    internal static bool KeepsResults => AppContext.GetData(KeepsResultsSlot) is true;

    /// <summary>The preset whose stored results stand for quick runs; null where each run is what it says.</summary>
    internal static string? Preset => AppContext.GetData(PresetSlot) is string { Length: > 0 } preset ? preset : null;

    /// <summary>The file with that preset's result of an experiment; null where there is none.</summary>
    /// <param name="options">The experiment's record of settings.</param>
    internal static string? StoredResult(Type options) =>
        (AppContext.GetData(StoredResultsSlot) as IReadOnlyDictionary<string, string>)?.GetValueOrDefault(options.FullName!);

    /// <summary>Tells the host of a checked exercise, for a grader's list; without a host nothing happens.</summary>
    internal static void ReportExercise(string id, string state, int attempts, string message) =>
        (AppContext.GetData(ExerciseSlot) as Action<string, string, int, string>)?.Invoke(id, state, attempts, message);

    /// <summary>Tells the host an exercise's solution where it asks for solutions; otherwise nothing happens.</summary>
    internal static void ReportSolution(string id, string title, string code, string explanation) =>
        (AppContext.GetData(SolutionSlot) as Action<string, string, string, string>)?.Invoke(id, title, code, explanation);
}
