using Xunit;

namespace Tortue.Tensors.Tests.nn;

/// <summary>Tests that seed the global source of random numbers run one after another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class RandomNumbersCollection
{
    public const string Name = "Random numbers";
}
