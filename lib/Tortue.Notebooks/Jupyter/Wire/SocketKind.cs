namespace Tortue.Notebooks.Jupyter.Wire;

/// <summary>The kinds of ZeroMQ sockets that a kernel has.</summary>
internal enum SocketKind
{
    /// <summary>Takes requests of many peers and answers each of them.</summary>
    Router,

    /// <summary>Sends to those who subscribed.</summary>
    Publisher,

    /// <summary>Sends back what it receives.</summary>
    Reply,
}
