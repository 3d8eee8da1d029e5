using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Adam (Kingma and Ba 2015). With g the gradient plus weight_decay · θ, m ← β₁ · m + (1 − β₁) · g and v ← β₂ · v + (1 − β₂) · g²,
/// both from zero and at step t divided by 1 − β₁ᵗ and 1 − β₂ᵗ: θ ← θ − lr · m̂ / (√v̂ + eps). With amsgrad, v̂ comes
/// from the largest v so far.
/// </summary>
public partial class Adam : OptimizerHelper, optim.IBetas
{
    /// <summary>Makes an optimiser of parameters that are treated alike.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">The learning rate, not negative.</param>
    /// <param name="beta1">The decay rate of the running mean of the gradients, from 0 to below 1.</param>
    /// <param name="beta2">The decay rate of the running mean of their squares, from 0 to below 1.</param>
    /// <param name="eps">What is added to the root, not negative.</param>
    /// <param name="weight_decay">The factor of the parameters that is added to their gradients, not negative.</param>
    /// <param name="amsgrad">Whether to divide by the root of the largest running mean so far.</param>
    /// <param name="maximize">Whether to climb.</param>
    public Adam(
        IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    /// <summary>Makes an optimiser of groups of parameters with options of their own; the others are those of all groups.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">The learning rate, not negative.</param>
    /// <param name="beta1">The decay rate of the running mean of the gradients, from 0 to below 1.</param>
    /// <param name="beta2">The decay rate of the running mean of their squares, from 0 to below 1.</param>
    /// <param name="eps">What is added to the root, not negative.</param>
    /// <param name="weight_decay">The factor of the parameters that is added to their gradients, not negative.</param>
    /// <param name="amsgrad">Whether to divide by the root of the largest running mean so far.</param>
    /// <param name="maximize">Whether to climb.</param>
    public Adam(
        IEnumerable<ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        var options = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        };
        options.Check();
        Defaults = options;
        foreach (var group in parameters)
            add_param_group(group);
    }

    /// <summary>The decay rates of the running means of the gradients and of their squares, of all groups.</summary>
    public (double, double) Betas
    {
        get => (((Options)Defaults!).beta1 ?? 0, ((Options)Defaults!).beta2 ?? 0);
        set
        {
            foreach (var options in Groups.Select(group => group.Options).Append(Defaults).Cast<Options>())
                (options.beta1, options.beta2) = value;
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
        var rule = ((Options)group.Options!).Rule();
        foreach (var parameter in group.Parameters)
        {
            if (parameter.grad is { } gradient)
                ((State)StateOf(parameter)).Update(gradient, rule);
        }
    }
}
