using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimiser keeps for a parameter from one step to the next.</summary>
public abstract class OptimizerState
{
    /// <summary>Starts the state of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    protected OptimizerState(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
    }

    /// <summary>Starts anew.</summary>
    /// <param name="options">The options of the parameter's group.</param>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Takes over another state.</summary>
    /// <param name="source">A state of the same kind of optimiser.</param>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Writes the state in TorchSharp's format.</summary>
    /// <param name="writer">Where to write.</param>
    public abstract void SaveStateDict(BinaryWriter writer);

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    /// <param name="reader">Where to read.</param>
    /// <exception cref="ArgumentException">A tensor has another element type or shape than the parameter.</exception>
    public abstract void LoadStateDict(BinaryReader reader);

    /// <summary>Whether two states agree up to rounding.</summary>
    /// <param name="other">A state of the same kind of optimiser.</param>
    /// <returns>True when all their tensors are close.</returns>
    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    /// <summary>Moves the state to a device: here always the CPU, where it is.</summary>
    /// <param name="device">The CPU.</param>
    public virtual void to(Device device) => Tortue.Tensors.Creation.CheckPlace(device);
}
