using System.Text.Json.Nodes;
using System.Threading.Channels;
using Tortue.Notebooks.Jupyter.Messages;
using Tortue.Notebooks.Jupyter.Wire;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>Asks the user for lines, through the client that runs the cell.</summary>
/// <param name="codec">Writes the questions.</param>
internal sealed class UserInput(MessageCodec codec)
{
    private readonly Channel<string> _answers = Channel.CreateUnbounded<string>();

    /// <summary>The channel that questions go out on.</summary>
    public WireSocket? Socket { get; set; }

    /// <summary>Takes an answer that came.</summary>
    public void Take(Request reply) => _answers.Writer.TryWrite(reply.Text("value"));

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="exchange">The cell that asks.</param>
    /// <param name="prompt">What the client shows before the field.</param>
    /// <param name="isPassword">Whether the client hides what is typed.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The line; null where there is nobody to ask.</returns>
    public async Task<string?> AskAsync(Exchange exchange, string prompt, bool isPassword, CancellationToken cancellation)
    {
        if (Socket?.Find(exchange.Identity) is not { } peer)
            return null;

        // An answer that came after its cell had been interrupted is nobody's.
        while (_answers.Reader.TryRead(out _))
        {
        }

        var question = new JsonObject { ["prompt"] = prompt, ["password"] = isPassword };
        Socket.Send(peer, codec.Write(null, "input_request", exchange.Request.Header, question));
        return await _answers.Reader.ReadAsync(cancellation).ConfigureAwait(false);
    }
}
