using System.Text.Json.Nodes;
using Tortue.Notebooks.Jupyter.Messages;
using Tortue.Notebooks.Jupyter.Wire;
using Tortue.Notebooks.Scripting;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>Asks the user for lines, through the client that runs the cell; one question at a time.</summary>
/// <param name="codec">Writes the questions.</param>
/// <param name="log">Receives a sentence for an answer that nobody asked for.</param>
internal sealed class UserInput(MessageCodec codec, Action<string> log)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private (byte[] Identity, TaskCompletionSource<string> Answer)? _question;

    /// <summary>The channel that questions go out on.</summary>
    public WireSocket? Socket { get; set; }

    /// <summary>Takes an answer that came. One without a question, or from another client than was asked, is nobody's.</summary>
    /// <param name="peer">Who answers.</param>
    /// <param name="reply">The answer.</param>
    public void Take(Peer peer, Request reply)
    {
        lock (_lock)
        {
            if (reply.Type == "input_reply" && _question is var (identity, answer) && identity.AsSpan().SequenceEqual(peer.Identity))
            {
                _question = null;
                answer.SetResult(reply.Text("value"));
                return;
            }
        }

        log(ServingText.UnaskedAnswer);
    }

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="exchange">The cell that asks.</param>
    /// <param name="prompt">What the client shows before the field.</param>
    /// <param name="isPassword">Whether the client hides what is typed.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The line.</returns>
    /// <exception cref="InvalidOperationException">The client has no connection for questions.</exception>
    public async Task<string> AskAsync(Exchange exchange, string prompt, bool isPassword, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var peer = Socket?.Find(exchange.Identity) ?? throw new InvalidOperationException(ScriptingText.NoInput);
            var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_lock)
                _question = (exchange.Identity, answer);

            var content = new JsonObject { ["prompt"] = prompt, ["password"] = isPassword };
            Socket.Send(peer, codec.Write(null, "input_request", exchange.Request.Header, content));
            return await answer.Task.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
                _question = null;
            _turn.Release();
        }
    }
}
