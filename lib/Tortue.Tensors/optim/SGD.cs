using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Stochastic gradient descent. With g the gradient plus weight_decay · θ, and v ← momentum · v + (1 − dampening) · g (g itself at the
/// first step): θ ← θ − lr · v, or with Nesterov's momentum θ ← θ − lr · (g + momentum · v).
/// </summary>
public partial class SGD : OptimizerHelper, optim.IMomentum
{
    /// <summary>Makes an optimiser of parameters that are treated alike.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">The learning rate, not negative.</param>
    /// <param name="momentum">How much of the former step goes into the next, not negative.</param>
    /// <param name="dampening">How much less of the gradient goes into the momentum.</param>
    /// <param name="weight_decay">The factor of the parameters that is added to their gradients, not negative.</param>
    /// <param name="nesterov">Whether to look one step ahead, which needs a momentum and no dampening.</param>
    /// <param name="maximize">Whether to climb.</param>
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <summary>Makes an optimiser of groups of parameters with options of their own; the others are those of all groups.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate, not negative.</param>
    /// <param name="momentum">How much of the former step goes into the next, not negative.</param>
    /// <param name="dampening">How much less of the gradient goes into the momentum.</param>
    /// <param name="weight_decay">The factor of the parameters that is added to their gradients, not negative.</param>
    /// <param name="nesterov">Whether to look one step ahead, which needs a momentum and no dampening.</param>
    /// <param name="maximize">Whether to climb.</param>
    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
    {
        var options = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
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
            ((Options)Defaults!).momentum = value;
            foreach (var group in Groups)
                ((Options)group.Options!).momentum = value;
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
