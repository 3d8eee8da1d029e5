using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Scripting;

/// <summary>
/// What the host tells the code of cells, in slots of <see cref="AppContext"/> with types of the BCL only: the library that a cell loads is a copy, and
/// its types are not the host's.
/// </summary>
internal static class HostSlots
{
    /// <summary>string: the host's name and version.</summary>
    public const string Name = "Tortue.Host.Name";

    /// <summary>
    /// <see cref="Func{CancellationToken}"/>: the token of the running cell. A cell that has asked for it is given time to end by itself when it is stopped.
    /// </summary>
    public const string Cancellation = "Tortue.Host.Cancellation";

    /// <summary>Action of display id, bundle and whether it is an update: shows a bundle.</summary>
    public const string Display = "Tortue.Host.Display";

    /// <summary>Action of display id, value, MIME types and whether it is an update: formats a value as the host does, and shows it.</summary>
    public const string Show = "Tortue.Host.Show";

    /// <summary>Action of whether to wait: takes away what the cell has shown, at once or when something else comes.</summary>
    public const string Clear = "Tortue.Host.Clear";

    /// <summary>Func of prompt and whether it is a password, to a task of the line: asks whoever runs the cell.</summary>
    public const string Ask = "Tortue.Host.Ask";

    /// <summary>Action of number, state, attempts and message: told of each checked exercise.</summary>
    public const string Exercise = "Tortue.Host.Exercise";

    /// <summary>Action of number, title, source and explanation: told the solution of each checked exercise; null for a host that wants none.</summary>
    public const string Solution = "Tortue.Host.Solution";

    /// <summary>int: what the checks of exercises draw their inputs from; null for a seed by chance.</summary>
    public const string ExerciseSeed = "Tortue.Host.ExerciseSeed";

    /// <summary>string: the folder in which the library looks for results of experiments; null for none.</summary>
    public const string Results = "Tortue.Host.Results";

    /// <summary>bool: whether the library also keeps there what it measures.</summary>
    public const string KeepsResults = "Tortue.Host.KeepsResults";

    /// <summary>string: the preset whose stored results stand for quick runs; null for none.</summary>
    public const string Preset = "Tortue.Host.Preset";

    /// <summary>IReadOnlyDictionary of string and string: where they are, from the full name of a record of settings to a file.</summary>
    public const string StoredResults = "Tortue.Host.StoredResults";

    /// <summary>Fills the slots. They hold for every session of the process: each call finds the cell it comes from.</summary>
    public static void Install(string hostName, int? exerciseSeed, bool solutions, ReadyResults results)
    {
        AppContext.SetData(Name, hostName);
        AppContext.SetData(ExerciseSeed, exerciseSeed);
        AppContext.SetData(Results, results.Cache);
        AppContext.SetData(KeepsResults, results.KeepsInCache);
        AppContext.SetData(Preset, results.Preset);
        AppContext.SetData(StoredResults, results.Stored);
        AppContext.SetData(Exercise, (Action<string, string, int, string>)(static (id, state, attempts, message) =>
            CellContext.Current?.Check(id, state, attempts, message)));
        AppContext.SetData(Solution, solutions ? (Action<string, string, string, string>)ToldSolution : null);
        AppContext.SetData(Cancellation, (Func<CancellationToken>)(static () => CellContext.Current?.HandOutToken() ?? CancellationToken.None));
        AppContext.SetData(Display, (Action<string, IReadOnlyDictionary<string, string>, bool>)(static (id, bundle, isUpdate) =>
            CellContext.Current?.Show(id, bundle, isUpdate)));
        AppContext.SetData(Clear, (Action<bool>)(static wait => CellContext.Current?.Clear(wait)));
        AppContext.SetData(Ask, (Func<string, bool, Task<string>>)(static (prompt, isPassword) =>
            CellContext.Current?.AskAsync(prompt, isPassword) ?? throw new InvalidOperationException(ScriptingText.NoInput)));
        AppContext.SetData(Show, (Action<string, object?, string[], bool>)(static (id, value, mimeTypes, isUpdate) =>
            CellContext.Current?.Show(id, ShownValue.Format(value, mimeTypes), isUpdate)));
    }

    /// <summary>Takes the results of experiments back: what else runs in this process measures by itself.</summary>
    public static void WithdrawResults()
    {
        foreach (var slot in new[] { Results, KeepsResults, Preset, StoredResults })
            AppContext.SetData(slot, null);
    }

    private static void ToldSolution(string id, string title, string code, string explanation) =>
        CellContext.Current?.Solve(new ExerciseSolution(id, title, code, explanation));
}
