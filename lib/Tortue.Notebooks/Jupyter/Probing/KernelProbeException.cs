namespace Tortue.Notebooks.Jupyter.Probing;

/// <summary>A kernel that a client could not have used; the message says at which step, and what the kernel said.</summary>
/// <param name="message">One sentence.</param>
public sealed class KernelProbeException(string message) : Exception(message);
