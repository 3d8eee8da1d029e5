using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// RMSprop (Tieleman and Hinton 2012). With g the gradient plus weight_decay · θ and s ← alpha · s + (1 − alpha) · g², from zero:
/// θ ← θ − lr · g / (√s + eps). Centred, the square of the gradients' running mean is subtracted from s (Graves 2013). With momentum,
/// b ← momentum · b + g / (√s + eps) takes the place of the fraction.
/// </summary>
public partial class RMSProp : OptimizerHelper, optim.IMomentum
{
    /// <summary>Makes an optimiser of parameters that are treated alike.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">The learning rate, not negative.</param>
    /// <param name="alpha">The decay rate of the running means, not negative.</param>
    /// <param name="eps">What is added to the root, not negative.</param>
    /// <param name="weight_decay">The factor of the parameters that is added to their gradients, not negative.</param>
    /// <param name="momentum">How much of the former step goes into the next, not negative.</param>
    /// <param name="centered">Whether to divide by the standard deviation of the gradients.</param>
    /// <param name="maximize">Whether to climb.</param>
    public RMSProp(
        IEnumerable<Parameter> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    /// <summary>Makes an optimiser of groups of parameters with options of their own; the others are those of all groups.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate, not negative.</param>
    /// <param name="alpha">The decay rate of the running means, not negative.</param>
    /// <param name="eps">What is added to the root, not negative.</param>
    /// <param name="weight_decay">The factor of the parameters that is added to their gradients, not negative.</param>
    /// <param name="momentum">How much of the former step goes into the next, not negative.</param>
    /// <param name="centered">Whether to divide by the standard deviation of the gradients.</param>
    /// <param name="maximize">Whether to climb.</param>
    public RMSProp(
        IEnumerable<ParamGroup> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0, bool centered = false, bool maximize = false)
    {
        var options = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            alpha = alpha,
            eps = eps,
            weight_decay = weight_decay,
            momentum = momentum,
            centered = centered,
            maximize = maximize,
        };
        options.Check();
        Defaults = options;
        foreach (var group in parameters)
            add_param_group(group);
    }

    /// <summary>The momentum of all groups.</summary>
    public double Momentum
    {
        get => ((Options)Defaults!).momentum ?? 0;
        set
        {
            foreach (var options in Groups.Select(group => group.Options).Append(Defaults).Cast<Options>())
                options.momentum = value;
        }
    }

    /// <inheritdoc/>
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        var options = (Options)(param_group.Options ??= new Options());
        options.FillFrom((Options)Defaults!);
        options.Check();
        base.add_param_group(param_group);
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null) => Step(Update, closure);

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private void Update(Modules.ParamGroup group)
    {
        foreach (var parameter in group.Parameters)
        {
            if (parameter.grad is { } gradient)
                ((State)StateOf(parameter)).Update(gradient, (Options)group.Options!);
        }
    }
}
