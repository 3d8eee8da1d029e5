using Xunit;

namespace Tortue.Notebooks.Tests;

public class PlaceholderTests
{
    [Fact]
    public void TheProjectRuns() => Assert.True(true);
}
