using Tortue.Cli.Tests.Clients;
using Tortue.Cli.Tests.Support;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(ChaptersFirst))]

namespace Tortue.Cli.Tests.Support;

/// <summary>Begins with the chapters, which take longest: begun last, they would be all that is left to wait for.</summary>
public sealed class ChaptersFirst : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(IsOfChapters)];

    private static bool IsOfChapters<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection =>
        collection.TestCollectionDisplayName.Contains(typeof(ChapterTests).FullName!, StringComparison.Ordinal);
}
