namespace Tortue.Initialization;

/// <summary>Refuses settings out of their range, in one sentence.</summary>
internal static class SettingRange
{
    /// <summary>A whole number between two others.</summary>
    public static void Check(string setting, int value, int smallest, int largest)
    {
        if (value < smallest || value > largest)
            throw new ArgumentException(Text.Format(InitializationText.NotBetween, setting, value, smallest, largest));
    }

    /// <summary>A whole number with a lower end.</summary>
    public static void Check(string setting, int value, int smallest)
    {
        if (value < smallest)
            throw new ArgumentException(Text.Format(InitializationText.TooSmall, setting, value, smallest));
    }

    /// <summary>A list of different ascending numbers that are all positive and finite.</summary>
    public static void CheckAscending(string setting, IReadOnlyList<double> values)
    {
        bool ascending = values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second);
        if (values.Count == 0 || !ascending || !(values[0] > 0) || !double.IsFinite(values[^1]))
            throw new ArgumentException(Text.Format(InitializationText.NotAscending, setting, string.Join(", ", values)));
    }

    /// <summary>A number below 1 that is also not too small.</summary>
    public static void CheckShare(string setting, double value, bool largeEnough)
    {
        if (!largeEnough || !(value < 1))
            throw new ArgumentException(Text.Format(InitializationText.NoShare, setting, value));
    }
}
