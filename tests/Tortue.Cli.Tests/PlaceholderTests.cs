using Xunit;

namespace Tortue.Cli.Tests;

public class PlaceholderTests
{
    [Fact]
    public void TheProjectRuns() => Assert.True(true);
}
