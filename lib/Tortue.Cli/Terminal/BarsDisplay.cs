using Spectre.Console;

namespace Tortue.Cli.Terminal;

/// <summary>Progress for a person at a terminal: a bar per notebook that moves while cells run, and goes when all is done.</summary>
/// <param name="messages">The terminal.</param>
internal sealed class BarsDisplay(IAnsiConsole messages) : IRunDisplay
{
    private const int BarWidth = 12;

    // A spinner, the time as 00:00:00, and a space on each side of five columns.
    private const int FixedWidth = BarWidth + 1 + 8 + 10;

    /// <inheritdoc/>
    public async Task<T> ShowAsync<T>(Func<IRunView, Task<T>> work)
    {
        var view = new View();
        try
        {
            return await messages.Progress()
                .AutoClear(true)
                .Columns(
                    new SpinnerColumn(),
                    new TaskDescriptionColumn { Alignment = Justify.Left },
                    new ProgressBarColumn { Width = BarWidth },
                    new CellColumn(() => FixedWidth + view.LongestName),
                    new ElapsedTimeColumn())
                .StartAsync(context =>
                {
                    view.Context = context;
                    return work(view);
                });
        }
        finally
        {
            view.PrintPosted();
        }
    }

    private sealed class View : IRunView
    {
        private readonly Lock _lock = new();
        private readonly List<Action> _posted = [];

        public ProgressContext? Context { get; set; }

        public int LongestName { get; private set; }

        public INotebookTrack Begin(string name)
        {
            var label = Path.GetFileNameWithoutExtension(name);
            lock (_lock) LongestName = Math.Max(LongestName, label.Length);
            return new BarTrack(Context!.AddTask(Markup.Escape(label)));
        }

        public void Post(Action print)
        {
            lock (_lock) _posted.Add(print);
        }

        public void PrintPosted() => _posted.ForEach(print => print());
    }
}
