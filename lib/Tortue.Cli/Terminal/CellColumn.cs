using Spectre.Console;
using Spectre.Console.Rendering;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Terminal;

/// <summary>Names the cell that is running, as far as a line of the terminal has room.</summary>
/// <param name="othersWidth">How many characters the other columns take.</param>
internal sealed class CellColumn(Func<int> othersWidth) : ProgressColumn
{
    private const string Key = "cell";

    /// <inheritdoc/>
    protected override bool NoWrap => true;

    /// <summary>Sets what the column shows for a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="cell">The running cell; null for none.</param>
    public static void Set(ProgressTask task, NotebookProgress? cell) => task.State.Update<Shown>(Key, _ => new(cell));

    /// <inheritdoc/>
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        var room = Math.Min(options.ConsoleSize.Width - othersWidth(), CellLine.DefaultRoom);
        var text = task.State.Get<Shown>(Key).Cell is { } cell ? CellLine.Show(cell, room) : "";
        return new Text(text, Styles.Quiet);
    }

    // The state of a task holds values only.
    private readonly record struct Shown(NotebookProgress? Cell);
}
