using Tortue.Cli.Terminal;
using Xunit;

namespace Tortue.Cli.Tests.Terminal;

public sealed class ProgressLinesTests
{
    [Fact]
    public void ALineComesEveryHalfMinuteAndNoneAtTheEnd()
    {
        var lines = new List<string>();
        var progress = new ProgressLines(lines.Add);
        foreach (var (done, seconds) in new[] { (0, 40), (1, 41), (2, 45), (3, 72), (4, 110) })
            progress.Report(new(done, 4, TimeSpan.FromSeconds(seconds)));
        Assert.Equal(["  25 % after 41.0 s, about 2:03 left", "  75 % after 1:12, about 24.0 s left"], lines);
    }
}
