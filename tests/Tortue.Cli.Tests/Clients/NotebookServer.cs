using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Tortue.Testing;
using Xunit;

namespace Tortue.Cli.Tests.Clients;

/// <summary>Jupyter's notebook server, in a course of its own that holds copies of chapters.</summary>
internal sealed class NotebookServer : IDisposable
{
    private readonly Process _process;

    private NotebookServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts a server, and waits until it answers.</summary>
    /// <param name="jupyter">The folders of Jupyter's.</param>
    /// <param name="python">The interpreter.</param>
    /// <param name="chapter">The file's name of the chapter that can be opened.</param>
    public static async Task<NotebookServer> StartAsync(JupyterFolders jupyter, string python, string chapter)
    {
        var course = Directory.CreateDirectory(Path.Combine(jupyter.Root, "course"));
        Directory.CreateSymbolicLink(Path.Combine(course.FullName, "lib"), Repository.PathOf("lib"));
        Directory.CreateSymbolicLink(Path.Combine(course.FullName, "data"), Repository.PathOf("data"));
        var notebooks = course.CreateSubdirectory("notebooks");
        File.Copy(Repository.PathOf("notebooks/" + chapter), Path.Combine(notebooks.FullName, chapter));

        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        var process = jupyter.Start(
            python, "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--NotebookApp.port_retries=0",
            "--NotebookApp.token=", "--NotebookApp.password=", $"--notebook-dir={course.FullName}");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new NotebookServer(process, new Uri($"http://127.0.0.1:{port}/"));
        await server.AnswersAsync();
        return server;
    }

    /// <summary>Ends the server and its kernels.</summary>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient();
        while (true)
        {
            Assert.False(_process.HasExited, "The notebook server has ended by itself.");
            try
            {
                using var answer = await client.GetAsync(new Uri(Address, "api"), TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
