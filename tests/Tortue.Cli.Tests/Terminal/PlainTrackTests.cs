using Tortue.Cli.Terminal;
using Tortue.Cli.Tests.Support;
using Tortue.Notebooks.Running;
using Xunit;

namespace Tortue.Cli.Tests.Terminal;

public class PlainTrackTests
{
    private readonly List<string> _lines = [];
    private readonly ManualTime _time = new();
    private readonly PlainTrack _track;

    public PlainTrackTests() => _track = new PlainTrack(cell => _lines.Add("  " + CellLine.Show(cell)), _time);

    [Fact]
    public void QuickCellsAreNotMentioned()
    {
        for (var cell = 1; cell <= 10; cell++)
        {
            _track.Report(Cell(cell));
            _time.Advance(PlainTrack.Patience * 0.9);
        }
        _track.End(true);
        Assert.Empty(_lines);
    }

    [Fact]
    public void ASlowCellIsMentionedOnceWhileItRuns()
    {
        _track.Report(Cell(3));
        _time.Advance(PlainTrack.Patience);
        Assert.Equal(["  cell 3 of 12, The three regimes"], _lines);
        _time.Advance(PlainTrack.Patience * 10);
        Assert.Single(_lines);
        _track.Report(Cell(4));
        _time.Advance(PlainTrack.Patience);
        Assert.Equal("  cell 4 of 12, The three regimes", _lines[^1]);
    }

    [Fact]
    public void NothingIsSaidAfterTheEnd()
    {
        _track.Report(Cell(12));
        _track.End(false);
        _time.Advance(PlainTrack.Patience * 2);
        Assert.Empty(_lines);
    }

    [Theory]
    [InlineData("", "cell 1 of 12")]
    [InlineData("A heading that goes on and on until nobody reads on", "cell 1 of 12, A heading that goes on and on until nobody reads…")]
    public void HeadingsAreLeftOutOrShortened(string heading, string expected) =>
        Assert.Equal(expected, CellLine.Show(new NotebookProgress(1, 12, heading, TimeSpan.Zero)));

    private static NotebookProgress Cell(int number) => new(number, 12, "The three regimes", TimeSpan.Zero);
}
