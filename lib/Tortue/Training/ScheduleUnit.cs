namespace Tortue.Training;

/// <summary>When a schedule of the learning rate moves on.</summary>
public enum ScheduleUnit
{
    /// <summary>After each epoch.</summary>
    Epoch,

    /// <summary>After each step, that is, each minibatch.</summary>
    Step,
}
