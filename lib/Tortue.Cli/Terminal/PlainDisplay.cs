using Spectre.Console;
using Tortue.Cli.Errors;

namespace Tortue.Cli.Terminal;

/// <summary>Progress for logs and pipes: a line per notebook, and one per cell that takes long.</summary>
/// <param name="messages">Where lines go.</param>
/// <param name="time">The clock.</param>
internal sealed class PlainDisplay(IAnsiConsole messages, TimeProvider time) : IRunDisplay, IRunView
{
    /// <inheritdoc/>
    public Task<T> ShowAsync<T>(Func<IRunView, Task<T>> work) => work(this);

    /// <inheritdoc/>
    public INotebookTrack Begin(string name)
    {
        messages.WriteLine(TerminalText.Running.With(name), Styles.Quiet);
        return new PlainTrack(line => messages.WriteLine(line, Styles.Quiet), time);
    }

    /// <inheritdoc/>
    public void Post(Action print) => print();
}
