namespace Tortue.Training;

/// <summary>Why training ended.</summary>
public enum TrainingEnd
{
    /// <summary>All epochs are done.</summary>
    Completed,

    /// <summary>The validation loss had not fallen for as many epochs as patience allows; the best weights are back.</summary>
    StoppedEarly,

    /// <summary>It was interrupted; the model keeps what it has learnt.</summary>
    Cancelled,

    /// <summary>The loss became NaN or infinite.</summary>
    Diverged,
}
