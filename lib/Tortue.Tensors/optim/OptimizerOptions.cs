namespace TorchSharp.Modules;

/// <summary>The options of a group of parameters. What is null is taken from the optimiser's own.</summary>
public class OptimizerOptions
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

    /// <summary>Writes the options in TorchSharp's format: the learning rates, then what the kind of optimiser adds.</summary>
    /// <param name="writer">Where to write.</param>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate ?? 0);
    }

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    /// <param name="reader">Where to read.</param>
    public virtual void LoadStateDict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
    }

    /// <summary>A copy.</summary>
    internal OptimizerOptions Copy() => (OptimizerOptions)MemberwiseClone();
}
