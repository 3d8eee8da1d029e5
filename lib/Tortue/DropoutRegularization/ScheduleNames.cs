using Tortue.Charts;
using Tortue.Training;

namespace Tortue.DropoutRegularization;

/// <summary>What schedules are called in charts, and their colours.</summary>
internal static class ScheduleNames
{
    /// <summary>A few words.</summary>
    public static string Of(DropSchedule schedule) => schedule.Timing switch
    {
        DropTiming.None => DropoutRegularizationText.ScheduleNone,
        DropTiming.Standard => DropoutRegularizationText.ScheduleStandard,
        DropTiming.Late => DropoutRegularizationText.ScheduleLate,
        _ => schedule.Shape == DropShape.Linear
            ? DropoutRegularizationText.ScheduleEarlyLinear
            : DropoutRegularizationText.ScheduleEarlyConstant,
    };

    /// <summary>A regime as an adjective of the setting that is meant to be it.</summary>
    public static string Of(FitRegime regime) => regime == FitRegime.Underfitting
        ? DropoutRegularizationText.ScheduleUnderfitting
        : DropoutRegularizationText.ScheduleOverfitting;

    /// <summary>Its colour, the same in all charts.</summary>
    public static SeriesColor Color(DropSchedule schedule) => schedule.Timing switch
    {
        DropTiming.None => SeriesColor.Brown,
        DropTiming.Standard => SeriesColor.Vermillion,
        DropTiming.Late => SeriesColor.Purple,
        _ => schedule.Shape == DropShape.Linear ? SeriesColor.Blue : SeriesColor.Green,
    };
}
