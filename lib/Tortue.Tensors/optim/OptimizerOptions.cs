namespace TorchSharp.Modules;

/// <summary>The options of a group of parameters. What is null is taken from the optimiser's own.</summary>
public abstract class OptimizerOptions
{
    /// <summary>No options yet.</summary>
    public OptimizerOptions()
    {
    }

    /// <summary>The learning rate.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate at the start, from which schedules compute.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>Takes over other options.</summary>
    /// <param name="source">Options of the same kind of optimiser.</param>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
    }

    /// <summary>A copy.</summary>
    internal OptimizerOptions Copy() => (OptimizerOptions)MemberwiseClone();
}
