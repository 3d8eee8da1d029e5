using Tortue.Charts;

namespace Tortue.CriticalPeriods;

/// <summary>What deficits are called in charts and sentences, and which colours they have.</summary>
internal static class DeficitNames
{
    /// <summary>For example "vertical flip".</summary>
    public static string Of(Deficit deficit) => deficit switch
    {
        Deficit.None => CriticalPeriodsText.NoDeficit,
        Deficit.Blur => CriticalPeriodsText.Blur,
        Deficit.VerticalFlip => CriticalPeriodsText.VerticalFlip,
        Deficit.LabelPermutation => CriticalPeriodsText.LabelPermutation,
        _ => CriticalPeriodsText.Noise,
    };

    /// <summary>The same colour in every chart of the chapter.</summary>
    public static SeriesColor Color(Deficit deficit) => deficit switch
    {
        Deficit.None => SeriesColor.Blue,
        Deficit.Blur => SeriesColor.Vermillion,
        Deficit.VerticalFlip => SeriesColor.Green,
        Deficit.LabelPermutation => SeriesColor.Purple,
        _ => SeriesColor.Brown,
    };
}
