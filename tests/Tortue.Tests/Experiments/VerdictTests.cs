using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.Experiments;

public class VerdictTests
{
    [Theory]
    [InlineData(3, 3, VerdictKind.Reproduced)]
    [InlineData(1, 3, VerdictKind.PartlyReproduced)]
    [InlineData(0, 3, VerdictKind.NotReproduced)]
    public void TheKindFollowsFromThePartsThatHold(int held, int parts, VerdictKind kind) =>
        Assert.Equal(kind, Verdict.KindOf(held, parts));

    [Fact]
    public void ShowsItsSentenceAndItsRule()
    {
        var bundle = new Verdict(VerdictKind.PartlyReproduced, "a < b", "all & sundry").ToMimeBundle();

        Assert.Equal("Partly reproduced: a < b\nRule: all & sundry", bundle["text/plain"]);
        Assert.Contains("Partly reproduced.</strong> a &lt; b", bundle["text/html"]);
        Assert.Contains("Rule: all &amp; sundry", bundle["text/html"]);
    }
}
