using Tortue.Notebooks.Jupyter.Wire;
using Tortue.Notebooks.Scripting;

namespace Tortue.Notebooks.Jupyter;

/// <summary>Settings of a <see cref="KernelServer"/>.</summary>
public sealed record KernelOptions
{
    /// <summary>The settings of the C# session. Default: the session's own, in the process's folder.</summary>
    public CSharpSessionOptions Session { get; init; } = new();

    /// <summary>What peers may ask of the sockets. Default: <see cref="WireLimits"/>'s own.</summary>
    public WireLimits Limits { get; init; } = new();

    /// <summary>Receives a sentence for whatever was dropped or failed; called from any thread. Default: nobody.</summary>
    public Action<string> Log { get; init; } = _ => { };

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
