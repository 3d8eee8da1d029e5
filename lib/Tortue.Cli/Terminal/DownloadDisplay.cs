using Spectre.Console;
using Tortue.Cli.Errors;
using Tortue.Data.Downloads;

namespace Tortue.Cli.Terminal;

/// <summary>Shows how far a download is: a bar at a terminal, one line a file elsewhere.</summary>
/// <param name="messages">The messages' console.</param>
internal sealed class DownloadDisplay(IAnsiConsole messages)
{
    private const int BarWidth = 20;

    /// <summary>Shows one file for as long as its download takes; nothing where no byte comes because it is there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="download">Downloads it.</param>
    /// <returns>What the download returns.</returns>
    public async Task<T> ShowAsync<T>(RemoteFile file, Func<IProgress<DownloadProgress>, Task<T>> download)
    {
        if (!messages.IsLive())
            return await download(new FirstByte(() => messages.WriteLine(
                TerminalText.Downloading.With(file.Name, Quantities.ShowSize(file.Size)), Styles.Quiet)));
        return await messages.Progress()
            .AutoClear(true)
            .Columns(
                new SpinnerColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = BarWidth },
                new DownloadedColumn(),
                new TransferSpeedColumn(),
                new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(Markup.Escape(file.Name), maxValue: file.Size);
                return download(new Bar(task));
            });
    }

    private sealed class Bar(ProgressTask task) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => task.Value = value.Received;
    }

    private sealed class FirstByte(Action print) : IProgress<DownloadProgress>
    {
        private bool _isPrinted;

        public void Report(DownloadProgress value)
        {
            if (!_isPrinted) print();
            _isPrinted = true;
        }
    }
}
