using Xunit;

namespace Tortue.Tensors.Tests.Kernels;

/// <summary>Tests that change the number of worker threads run one after another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class WorkersCollection
{
    public const string Name = "Workers";
}
