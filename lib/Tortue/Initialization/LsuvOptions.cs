namespace Tortue.Initialization;

/// <summary>The settings of <see cref="Lsuv"/>.</summary>
public sealed record LsuvOptions
{
    /// <summary>As the paper has it: within 0.1, at most 10 rescalings.</summary>
    public static LsuvOptions Default { get; } = new();

    /// <summary>As the authors' first code has it (github.com/ducha-aiki/LSUVinit): within 0.02, at most 20 rescalings.</summary>
    public static LsuvOptions Strict { get; } = new() { Tolerance = 0.02, MostRescalings = 20 };

    /// <summary>How far from 1 the variance of a layer's output may stay, above 0 and below 1. Default: 0.1.</summary>
    public double Tolerance { get; init; } = 0.1;

    /// <summary>After so many rescalings a layer is left as it is, 1 to 1,000. Default: 10.</summary>
    public int MostRescalings { get; init; } = 10;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (!(Tolerance is > 0 and < 1))
            throw new ArgumentException(Text.Format(InitializationText.BadTolerance, Tolerance));
        SettingRange.Check(nameof(MostRescalings), MostRescalings, 1, 1000);
    }
}
