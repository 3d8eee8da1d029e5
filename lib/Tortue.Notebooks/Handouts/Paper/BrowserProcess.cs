using System.Diagnostics;

namespace Tortue.Notebooks.Handouts.Paper;

/// <summary>A browser without a window, with an empty profile of its own, which goes with it.</summary>
internal sealed class BrowserProcess : IDisposable
{
    private const string Listening = "DevTools listening on ";
    private static readonly TimeSpan PatienceForStart = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("tortue-browser-");
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private string _lastWords = "";

    private BrowserProcess(string executable)
    {
        _process = new Process { StartInfo = StartInfo(executable, _profile.FullName), EnableRaisingEvents = true };
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new DevToolsException(_lastWords));
    }

    /// <summary>Starts a browser and waits until it listens.</summary>
    /// <param name="executable">The browser's file.</param>
    /// <param name="cancellation">Ends it again.</param>
    /// <returns>The browser, and the web socket on which it listens.</returns>
    /// <exception cref="DevToolsException">It ended at once, or did not say where it listens.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">The file cannot be run.</exception>
    public static async Task<(BrowserProcess Browser, Uri Address)> StartAsync(string executable, CancellationToken cancellation)
    {
        var browser = new BrowserProcess(executable);
        try
        {
            browser._process.Start();
            browser._process.BeginErrorReadLine();
            browser._process.BeginOutputReadLine();
            return (browser, await browser._address.Task.WaitAsync(PatienceForStart, cancellation));
        }
        catch
        {
            browser.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It never started, or has gone by itself.
        }
        _process.Dispose();
        try
        {
            _profile.Delete(recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A child that is still ending can hold a file; the system's temporary folder is emptied by others.
        }
    }

    private void Read(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        _lastWords = line;
        if (line.StartsWith(Listening, StringComparison.Ordinal))
            _address.TrySetResult(new Uri(line[Listening.Length..]));
    }

    private static ProcessStartInfo StartInfo(string executable, string profile)
    {
        var start = new ProcessStartInfo(executable)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        // Surfaces are drawn by WebGL, which a machine without a screen does in software.
        string[] arguments =
        [
            "--headless", "--remote-debugging-port=0", $"--user-data-dir={profile}", "--no-first-run", "--no-default-browser-check",
            "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
            "--disable-dev-shm-usage", "--disable-gpu", "--enable-unsafe-swiftshader", "--mute-audio", "--hide-scrollbars",
            "--force-color-profile=srgb", "--font-render-hinting=none",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // Chromium refuses to run in its sandbox for the administrator of a Unix machine, which one is in most containers.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add("about:blank");
        return start;
    }
}
