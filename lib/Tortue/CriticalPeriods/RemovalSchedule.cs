namespace Tortue.CriticalPeriods;

/// <summary>What happens to the learning rate when a deficit is removed.</summary>
public enum RemovalSchedule
{
    /// <summary>It starts again from its first value: clean training is the same whenever it begins.</summary>
    Restarted,

    /// <summary>It falls on as if nothing had happened: the later the removal, the smaller the steps of clean training.</summary>
    Continued,
}
