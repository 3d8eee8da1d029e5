using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Parameters that an optimiser treats alike.</summary>
public class ParamGroup : ILearningRateController
{
    /// <summary>No parameters yet.</summary>
    public ParamGroup()
    {
    }

    /// <summary>The parameters.</summary>
    public IEnumerable<Parameter> Parameters { get; set; } = [];

    /// <summary>Their options; null before an optimiser took the group.</summary>
    public OptimizerOptions? Options { get; set; }

    /// <summary>The learning rate.</summary>
    public double LearningRate
    {
        get => Known.LearningRate ?? 0;
        set => Known.LearningRate = value;
    }

    /// <summary>The learning rate at the start, from which schedules compute.</summary>
    public double InitialLearningRate
    {
        get => Known.InitialLearningRate;
        set => Known.InitialLearningRate = value;
    }

    private OptimizerOptions Known =>
        Options ?? throw new InvalidOperationException("The group has no options before an optimiser takes it.");
}

/// <summary>Parameters that an optimiser treats alike, with options of its own kind.</summary>
/// <typeparam name="TOptions">The kind of options.</typeparam>
public class ParamGroup<TOptions> : ParamGroup
    where TOptions : OptimizerOptions
{
    /// <summary>No parameters yet.</summary>
    public ParamGroup()
    {
    }

    /// <summary>Parameters with options.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="options">Their options; the optimiser's own when null.</param>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null)
    {
        Parameters = parameters;
        base.Options = options;
    }

    /// <summary>Their options; null before an optimiser took the group.</summary>
    public new TOptions? Options
    {
        get => (TOptions?)base.Options;
        set => base.Options = value;
    }
}
