using Spectre.Console;
using Tortue.Cli.Errors;
using Tortue.Experiments;

namespace Tortue.Cli.Terminal;

/// <summary>Shows how far an experiment is: a bar at a terminal; elsewhere a line at the start, and one now and then.</summary>
/// <param name="messages">The messages' console.</param>
internal sealed class ExperimentDisplay(IAnsiConsole messages)
{
    private const int BarWidth = 20;

    /// <summary>Shows a run for as long as it takes.</summary>
    /// <param name="label">What runs.</param>
    /// <param name="run">Runs it.</param>
    /// <returns>What the run returns.</returns>
    public async Task<T> ShowAsync<T>(string label, Func<IProgress<ExperimentProgress>, Task<T>> run)
    {
        if (!messages.IsLive())
        {
            messages.WriteLine(TerminalText.Measuring.With(label), Styles.Quiet);
            return await run(new ProgressLines(line => messages.WriteLine(line, Styles.Quiet)));
        }
        return await messages.Progress()
            .AutoClear(true)
            .Columns(
                new SpinnerColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = BarWidth },
                new PercentageColumn(),
                new ElapsedTimeColumn(),
                new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(Markup.Escape(label), maxValue: 1);
                return run(new Bar(task));
            });
    }

    private sealed class Bar(ProgressTask task) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) => task.Value = value.Fraction;
    }
}
