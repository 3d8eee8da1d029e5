using System.Globalization;

namespace Tortue.Cli.Terminal;

/// <summary>Times and sizes for people.</summary>
internal static class Quantities
{
    /// <summary>"3.2 s" below a minute, "2:05" below an hour, "1:02:05" above.</summary>
    public static string Show(TimeSpan time)
    {
        if (time.TotalSeconds < 59.95) return string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
        var whole = TimeSpan.FromSeconds(Math.Round(time.TotalSeconds));
        return whole.TotalHours < 1
            ? whole.ToString(@"m\:ss", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{(long)whole.TotalHours}:{whole:mm\\:ss}");
    }

    /// <summary>"640 B", "12 kB", "3.4 MB": decimal units.</summary>
    public static string ShowSize(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
    };
}
