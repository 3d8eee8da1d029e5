using Xunit;

namespace Tortue.Tests;

public class PlaceholderTests
{
    [Fact]
    public void TheProjectRuns() => Assert.True(true);
}
