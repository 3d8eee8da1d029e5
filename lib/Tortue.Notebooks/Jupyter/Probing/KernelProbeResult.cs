namespace Tortue.Notebooks.Jupyter.Probing;

/// <summary>What a client saw of a kernel that works.</summary>
/// <param name="Implementation">What the kernel calls itself, such as tortue.</param>
/// <param name="Version">Its version.</param>
/// <param name="Ready">From its start to its first answer.</param>
/// <param name="Cell">From sending a cell to its result.</param>
/// <param name="End">From the request to end to the end of its process.</param>
public sealed record KernelProbeResult(string Implementation, string Version, TimeSpan Ready, TimeSpan Cell, TimeSpan End);
