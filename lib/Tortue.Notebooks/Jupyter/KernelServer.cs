using System.Globalization;
using System.Text;
using Tortue.Notebooks.Jupyter.Messages;
using Tortue.Notebooks.Jupyter.Serving;
using Tortue.Notebooks.Jupyter.Wire;
using Tortue.Notebooks.Scripting;

namespace Tortue.Notebooks.Jupyter;

/// <summary>
/// A Jupyter kernel: five sockets before a C# session. Requests of the shell are answered one after another, those of control beside them, so that an
/// interrupt arrives while a cell runs.
/// </summary>
public sealed class KernelServer : IAsyncDisposable
{
    private readonly ConnectionFile _connection;
    private readonly KernelOptions _options;
    private readonly MessageCodec _codec;
    private readonly CSharpSession _session;
    private readonly WireSocket _shell;
    private readonly WireSocket _control;
    private readonly WireSocket _stdin;
    private readonly WireSocket _iopub;
    private readonly WireSocket _heartbeat;
    private readonly Publisher _publisher;
    private readonly RequestLoop _shellLoop;
    private readonly RequestLoop _controlLoop;
    private readonly UserInput _input;
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _loops = Task.CompletedTask;

    /// <summary>Creates a kernel that listens to nobody yet.</summary>
    /// <param name="connection">Where to listen, and the key.</param>
    /// <param name="options">The settings; default: <see cref="KernelOptions"/>'s own.</param>
    public KernelServer(ConnectionFile connection, KernelOptions? options = null)
    {
        _connection = connection;
        _options = options ?? new KernelOptions();
        _codec = new MessageCodec(connection.Key);
        _session = new CSharpSession(_options.Session);
        _input = new UserInput(_codec, _options.Log);
        _iopub = new(SocketKind.Publisher, "iopub", _options.Limits, _options.Log) { Subscribed = Welcome };
        _heartbeat = new(SocketKind.Reply, "heartbeat", _options.Limits, _options.Log);
        _publisher = new Publisher(_codec, _iopub);

        var history = new History();
        var execute = new ExecuteHandler(_session, _publisher, history, _options.Time) { Input = exchange => new InputReader(_input, exchange) };
        _shellLoop = new(
            [
                new KernelInfoHandler(), execute, new CompleteHandler(_session), new InspectHandler(_session), new IsCompleteHandler(_session),
                new HistoryHandler(history), new CommInfoHandler(), new ShutdownHandler(End),
            ],
            _publisher,
            _options.Log);
        execute.Failed = _shellLoop.AbortWaitingCells;
        _controlLoop = new(
            [new KernelInfoHandler(), new InterruptHandler(Interrupt), new ShutdownHandler(End)], _publisher, _options.Log);
        _shell = Router("shell", (socket, peer, request) => _shellLoop.Take(new(request, peer, socket, _codec)));
        _control = Router("control", (socket, peer, request) => _controlLoop.Take(new(request, peer, socket, _codec)));
        _stdin = Router("stdin", (_, peer, request) => _input.Take(peer, request));
        _input.Socket = _stdin;
    }

    /// <summary>Ends when a client has asked the kernel to.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Listens, and prepares the compiler meanwhile.</summary>
    /// <returns>The connection with the ports that were free, where the file left them open.</returns>
    /// <exception cref="System.Net.Sockets.SocketException">A port is taken.</exception>
    public ConnectionFile Start()
    {
        var bound = _connection with
        {
            ShellPort = _shell.Bind(_connection.Address, _connection.ShellPort),
            IoPubPort = _iopub.Bind(_connection.Address, _connection.IoPubPort),
            StdinPort = _stdin.Bind(_connection.Address, _connection.StdinPort),
            ControlPort = _control.Bind(_connection.Address, _connection.ControlPort),
            HeartbeatPort = _heartbeat.Bind(_connection.Address, _connection.HeartbeatPort),
        };
        _ = _session.WarmUpAsync();
        _publisher.Status("starting", Request.NoHeader);
        _loops = Task.WhenAll(_shellLoop.RunAsync(_end.Token), _controlLoop.RunAsync(_end.Token));
        return bound;
    }

    /// <summary>Stops the running cell and closes the sockets.</summary>
    public async ValueTask DisposeAsync()
    {
        _shellLoop.Interrupt();
        await _end.CancelAsync().ConfigureAwait(false);
        foreach (var socket in new[] { _shell, _control, _stdin, _iopub, _heartbeat })
            await socket.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAny(_loops, Task.Delay(TimeSpan.FromSeconds(1), _options.Time)).ConfigureAwait(false);
        _ended.TrySetResult();
    }

    private WireSocket Router(string name, Action<WireSocket, Peer, Request> take)
    {
        WireSocket? socket = null;
        return socket = new(SocketKind.Router, name, _options.Limits, _options.Log)
        {
            Received = (peer, frames) =>
            {
                try
                {
                    take(socket!, peer, _codec.Read(frames));
                }
                catch (MessageException wrong)
                {
                    _options.Log(string.Format(CultureInfo.InvariantCulture, ServingText.MessageDropped, name, wrong.Message));
                }
            },
        };
    }

    // Who subscribes learns that it hears everything from now on; its topic stands in front, so that it gets this too.
    private void Welcome(Peer peer, byte[] topic) => _iopub.Send(
        peer,
        [topic, .. _codec.Write(null, "iopub_welcome", Request.NoHeader, new() { ["subscription"] = Encoding.UTF8.GetString(topic) })]);

    // Who interrupts twice does not want to wait for an orderly end.
    private void Interrupt()
    {
        if (_shellLoop.Interrupt())
            _session.Hurry();
    }

    private void End() => _ended.TrySetResult();
}
