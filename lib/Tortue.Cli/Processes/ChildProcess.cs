using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Tortue.Cli.Processes;

/// <summary>A process that this one has started, that nobody talks to, and that is ended with whatever it started.</summary>
internal sealed class ChildProcess : IDisposable
{
    private const int MostLastWords = 2_000;

    // How long what a process wrote may take to arrive after its end; something that it left running may hold the pipe open for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly Task<string> _lastWords;

    private ChildProcess(Process process)
    {
        _process = process;
        process.StandardInput.Close();
        _lastWords = DrainAsync(process.StandardError, MostLastWords);
        _ = DrainAsync(process.StandardOutput, 0);
    }

    /// <summary>Bytes of the process in memory; 0 where it has ended.</summary>
    public long Memory
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.WorkingSet64;
            }
            catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
            {
                // It has just ended.
                return 0;
            }
        }
    }

    /// <summary>Starts a process without input and window.</summary>
    /// <param name="start">What to start.</param>
    public static ChildProcess Start(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.CreateNoWindow = true;
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Waits until the process ends by itself.</summary>
    /// <param name="cancellationToken">Ends the waiting, not the process.</param>
    public Task WaitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Ends the process and what it started.</summary>
    /// <returns>Its exit code, and the beginning of what it wrote to its error stream.</returns>
    public async Task<(int ExitCode, string LastWords)> EndAsync()
    {
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAny(_lastWords, Task.Delay(Patience, CancellationToken.None));
        return (_process.ExitCode, _lastWords.IsCompletedSuccessfully ? await _lastWords : "");
    }

    /// <summary>Removes a folder that a process has worked in, as far as that is possible.</summary>
    /// <param name="scratch">The folder.</param>
    public static void Remove(DirectoryInfo scratch)
    {
        try
        {
            scratch.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Something that the process left running holds a file: the system's own tidying will find it.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended, or something that it started does not belong to us.
        }
    }

    /// <summary>Reads a stream to its end, so that its writer never waits, and keeps the beginning.</summary>
    private static async Task<string> DrainAsync(StreamReader stream, int most)
    {
        var kept = new StringBuilder();
        var buffer = new char[4096];
        try
        {
            while (await stream.ReadAsync(buffer) is > 0 and var count)
                kept.Append(buffer, 0, Math.Min(count, most - kept.Length));
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The process is gone, and its pipe with it.
        }

        return kept.ToString();
    }
}
