using System.Text.Json.Nodes;
using Tortue.Notebooks.Jupyter.Messages;
using Tortue.Notebooks.Jupyter.Wire;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>A request that is being answered.</summary>
/// <param name="request">What was asked.</param>
/// <param name="peer">Who asked; the answer goes back over the same connection.</param>
/// <param name="socket">The channel that it came on.</param>
/// <param name="codec">Writes the answer.</param>
internal sealed class Exchange(Request request, Peer peer, WireSocket socket, MessageCodec codec)
{
    public Request Request => request;

    /// <summary>The name of who asked: its connection to the channel of questions has the same.</summary>
    public byte[] Identity => peer.Identity;

    /// <summary>Sends the answer.</summary>
    /// <param name="content">Its content, with a status.</param>
    public void Reply(JsonObject content) =>
        socket.Send(peer, codec.Write(null, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), request.Header, content));
}
