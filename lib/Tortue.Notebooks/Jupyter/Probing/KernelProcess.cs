using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Tortue.Notebooks.Jupyter.Kernelspecs;
using Tortue.Notebooks.Jupyter.Messages;

namespace Tortue.Notebooks.Jupyter.Probing;

/// <summary>A kernel that was started as clients do: by the command line of its kernelspec, with a connection file in a folder of its own.</summary>
internal sealed class KernelProcess : IDisposable
{
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tortue-probe-");
    private readonly Process _process;
    private readonly List<string> _said = [];

    /// <summary>Starts it.</summary>
    /// <param name="spec">How.</param>
    /// <exception cref="KernelProbeException">There is no such program.</exception>
    public KernelProcess(Kernelspec spec)
    {
        var ports = FreePorts(5);
        Connection = new()
        {
            Key = Guid.NewGuid().ToString(),
            ShellPort = ports[0],
            IoPubPort = ports[1],
            StdinPort = ports[2],
            ControlPort = ports[3],
            HeartbeatPort = ports[4],
        };
        var file = Path.Combine(_folder.FullName, "connection.json");
        File.WriteAllText(file, ToJson(Connection));
        var start = new ProcessStartInfo(spec.Arguments[0], spec.Arguments.Skip(1).Select(item =>
            item.Replace(Kernelspec.ConnectionFileItem, file, StringComparison.Ordinal)))
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        if (!OperatingSystem.IsWindows())
            start.Environment["JPY_PARENT_PID"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Take;
        _process.ErrorDataReceived += Take;
        try
        {
            _process.Start();
        }
        catch (Win32Exception missing)
        {
            Remove();
            throw new KernelProbeException(string.Format(CultureInfo.InvariantCulture, ProbingText.NotStarted, spec.Arguments[0], missing.Message));
        }

        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it was asked to listen.</summary>
    public ConnectionFile Connection { get; }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>The last that it wrote to its console; empty for nothing.</summary>
    public async Task<string> LastWordsAsync()
    {
        // What a process has written may arrive after its end. A child of its own that still holds the console is not waited for.
        if (HasExited)
            await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(Reading)).ConfigureAwait(false);

        lock (_said)
            return _said.LastOrDefault() ?? "";
    }

    /// <summary>Waits for its end.</summary>
    public Task WaitForExitAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    /// <summary>Ends it where it has not ended.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);

        _process.WaitForExit();
        _process.Dispose();
        Remove();
    }

    private void Take(object sender, DataReceivedEventArgs line)
    {
        if (string.IsNullOrWhiteSpace(line.Data))
            return;

        lock (_said)
            _said.Add(line.Data.Trim());
    }

    private void Remove()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is in the system's folder for what can go.
        }
    }

    // As clients choose them: free a moment ago.
    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    private static string ToJson(ConnectionFile connection) => new JsonObject
    {
        ["transport"] = "tcp",
        ["ip"] = connection.Address.ToString(),
        ["signature_scheme"] = "hmac-sha256",
        ["key"] = connection.Key,
        ["shell_port"] = connection.ShellPort,
        ["iopub_port"] = connection.IoPubPort,
        ["stdin_port"] = connection.StdinPort,
        ["control_port"] = connection.ControlPort,
        ["hb_port"] = connection.HeartbeatPort,
    }.ToJsonString();
}
