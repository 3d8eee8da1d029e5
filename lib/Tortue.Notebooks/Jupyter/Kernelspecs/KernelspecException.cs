namespace Tortue.Notebooks.Jupyter.Kernelspecs;

/// <summary>A kernelspec that cannot be used, or a name that cannot be one's; the message says which, and what is wrong with it.</summary>
/// <param name="message">One sentence.</param>
public sealed class KernelspecException(string message) : Exception(message);
