using Tortue.Data.Downloads;

namespace Tortue.Data;

/// <summary>A published set of labelled images: what it is, and where its files are.</summary>
public sealed record RealDataSet
{
    internal RealDataSet(PartSource parts) => Parts = parts;

    /// <summary>The short name, as commands and folders have it: "fashion-mnist".</summary>
    public required string Name { get; init; }

    /// <summary>The name as people write it: "Fashion-MNIST".</summary>
    public required string Title { get; init; }

    /// <summary>What is in it, in a few words.</summary>
    public required string Contents { get; init; }

    /// <summary>Its page.</summary>
    public required Uri Page { get; init; }

    /// <summary>The paper to cite.</summary>
    public required string Citation { get; init; }

    /// <summary>What its authors allow, as far as they say.</summary>
    public required string Licence { get; init; }

    /// <summary>The files to download.</summary>
    public required IReadOnlyList<RemoteFile> Files { get; init; }

    /// <summary>How the files are read.</summary>
    internal PartSource Parts { get; }
}
