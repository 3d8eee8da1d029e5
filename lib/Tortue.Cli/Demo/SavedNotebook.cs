namespace Tortue.Cli.Demo;

/// <summary>Tells when a file has been saved with another content.</summary>
internal sealed class SavedNotebook : IDisposable
{
    private readonly ContentChange _content;
    private readonly FileSystemWatcher _watcher;

    /// <summary>Watches from now on.</summary>
    /// <param name="path">The full path of a file.</param>
    /// <param name="time">The clock.</param>
    public SavedNotebook(string path, TimeProvider time)
    {
        _content = new ContentChange(path, time);
        var name = Path.GetFileName(path);
        // The folder and not the file: editors put another file in its place.
        _watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!)
        {
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime,
        };
        _watcher.Changed += OnEvent;
        _watcher.Created += OnEvent;
        _watcher.Renamed += OnEvent;
        // Too many events at once, and some are lost: the content will tell.
        _watcher.Error += (_, _) => _content.Touch();
        _watcher.EnableRaisingEvents = true;
        // Saved between the first reading and now.
        _content.Touch();

        void OnEvent(object sender, FileSystemEventArgs change)
        {
            if (Path.GetFileName(change.Name) == name) _content.Touch();
        }
    }

    /// <summary>Waits for the next save with another content.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task WaitAsync(CancellationToken cancellationToken) => _content.WaitAsync(cancellationToken);

    /// <summary>Stops watching.</summary>
    public void Dispose()
    {
        _watcher.Dispose();
        _content.Dispose();
    }
}
