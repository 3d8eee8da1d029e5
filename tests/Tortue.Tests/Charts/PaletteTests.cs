using System.Globalization;
using Tortue.Charts;
using Xunit;

namespace Tortue.Tests.Charts;

public class PaletteTests
{
    /// <summary>White paper, VS Code's dark theme, JupyterLab's dark theme.</summary>
    private static readonly string[] Backgrounds = ["#FFFFFF", "#1F1F1F", "#111111"];

    // WCAG 2.2: relative luminance and contrast ratio.
    private static double Luminance(string color)
    {
        double Channel(int start)
        {
            var value = int.Parse(color.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    private static double Contrast(string a, string b)
    {
        var (bright, dark) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (bright + 0.05) / (dark + 0.05);
    }

    [Fact]
    public void EveryColourCanBeSeenOnLightAndOnDark()
    {
        string[] colors = [.. Enum.GetValues<SeriesColor>().Select(color => Palette.Color((int)color)), Palette.Neutral, Palette.Text];
        foreach (var (color, background) in colors.SelectMany(color => Backgrounds.Select(background => (color, background))))
        {
            var contrast = Contrast(color, background);
            Assert.True(contrast >= 3, $"{color} on {background}: {contrast:F2}");
        }
    }

    [Fact]
    public void SeriesOfTheSameColourDifferInMarkerAndDash()
    {
        var looks = Enumerable.Range(0, 20).Select(slot => (Palette.Color(slot), Palette.Marker(slot))).ToArray();
        Assert.Equal(20, looks.Distinct().Count());
        Assert.All(Enumerable.Range(0, 15), slot => Assert.NotEqual(Palette.Dash(slot), Palette.Dash(slot + 5)));
        Assert.All(Enumerable.Range(0, 40), slot => Assert.NotEqual(Palette.PublishedDash, Palette.Dash(slot)));
    }
}
