namespace Tortue.CriticalPeriods;

/// <summary>The learning rate up to the end of the window in which networks have a deficit.</summary>
public enum WindowRate
{
    /// <summary>It falls from the start on: a late window meets small steps, which can neither harm nor teach much.</summary>
    Falling,

    /// <summary>It is held at its first value: every window meets the same steps.</summary>
    Held,
}
