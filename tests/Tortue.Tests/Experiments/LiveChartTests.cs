using Tortue.Charts;
using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.Experiments;

[Collection(nameof(HostSlots))]
public sealed class LiveChartTests : IDisposable
{
    private readonly List<(string Id, bool IsTakenAway)> _shown = [];
    private TimeSpan _now;
    private int _drawn;

    public LiveChartTests() => AppContext.SetData("Tortue.Host.Display", (Action<string, IReadOnlyDictionary<string, string>, bool>)(
        (id, bundle, _) => _shown.Add((id, bundle.Count == 0))));

    public void Dispose() => AppContext.SetData("Tortue.Host.Display", null);

    [Fact]
    public void A_chart_is_drawn_anew_at_most_once_a_second_in_one_output_and_in_the_end_taken_away()
    {
        var chart = new LiveChart(() => true, () => _now);
        foreach (double seconds in new[] { 0.4, 1.1, 1.5, 2.0, 2.2, 9 })
            ShowAt(chart, seconds);

        Assert.Equal(3, _drawn);
        Assert.Equal(3, _shown.Count);
        chart.Remove();
        Assert.Equal([false, false, false, true], _shown.Select(output => output.IsTakenAway));
        Assert.Single(_shown.Select(output => output.Id).Distinct());
    }

    [Fact]
    public void Outside_a_notebook_nothing_is_drawn()
    {
        var chart = new LiveChart(() => false, () => _now);
        ShowAt(chart, 5);
        chart.Remove();

        Assert.Equal(0, _drawn);
        Assert.Empty(_shown);
    }

    private void ShowAt(LiveChart chart, double seconds)
    {
        _now = TimeSpan.FromSeconds(seconds);
        chart.Show(() =>
        {
            _drawn++;
            return Figure.Titled("so far").Line([1, 2], [3, 4]);
        });
    }
}
