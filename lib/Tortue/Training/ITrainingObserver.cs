namespace Tortue.Training;

/// <summary>Looks on while a model is trained: measures gradients, weights, activations. Every method may be left out.</summary>
public interface ITrainingObserver
{
    /// <summary>The gradients of a step are there, and the weights have not moved yet.</summary>
    void OnGradients(TrainingStep step)
    {
    }

    /// <summary>The weights have moved.</summary>
    void OnStep(TrainingStep step)
    {
    }

    /// <summary>An epoch has ended.</summary>
    void OnEpoch(EpochRecord epoch)
    {
    }
}
