using System.Text.Json.Nodes;
using Tortue.Notebooks.Jupyter.Messages;
using Tortue.Notebooks.Jupyter.Wire;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>The channel that all clients listen to: outputs, and whether the kernel is busy.</summary>
internal sealed class Publisher(MessageCodec codec, WireSocket socket)
{
    /// <summary>Publishes a message.</summary>
    /// <param name="type">Its kind, which is its topic too.</param>
    /// <param name="parentHeader">The header of the request that it belongs to.</param>
    /// <param name="content">Its content.</param>
    public void Publish(string type, byte[] parentHeader, JsonObject content) =>
        socket.Publish(codec.Write(type, type, parentHeader, content));

    /// <summary>Says whether the kernel works on a request.</summary>
    /// <param name="state">busy, idle or starting.</param>
    /// <param name="parentHeader">The header of the request.</param>
    public void Status(string state, byte[] parentHeader) =>
        Publish("status", parentHeader, new() { ["execution_state"] = state });
}
