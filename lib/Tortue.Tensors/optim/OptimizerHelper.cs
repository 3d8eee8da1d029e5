using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What optimisers have in common: groups, what is kept for each parameter, and steps outside the history.</summary>
public abstract partial class OptimizerHelper : optim.Optimizer
{
    private readonly Dictionary<Parameter, OptimizerState> _states = new(ReferenceEqualityComparer.Instance);

    /// <summary>No parameters yet.</summary>
    public OptimizerHelper()
    {
    }

    /// <summary>The options of groups that have none of their own.</summary>
    private protected OptimizerOptions? Defaults { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Parameter> parameters() => base.parameters();

    /// <inheritdoc/>
    public override void zero_grad() => base.zero_grad();

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        Parameter[] added = [.. param_group.Parameters];
        var known = new HashSet<Parameter>(parameters(), ReferenceEqualityComparer.Instance);
        foreach (var parameter in added)
        {
            if (!known.Add(parameter))
                throw new ArgumentException("A parameter appears in more than one parameter group.", nameof(param_group));
        }

        param_group.Parameters = added;
        base.add_param_group(param_group);
    }

    /// <summary>The options and what is kept for each parameter: not copied.</summary>
    /// <returns>The state of the optimiser.</returns>
    public virtual StateDictionary state_dict()
    {
        var state = new StateDictionary();
        foreach (var group in Groups)
        {
            state.Options.Add(group.Options!);
            var places = new List<int>();
            foreach (var parameter in group.Parameters)
            {
                places.Add(state.State.Count);
                state.State.Add(StateOf(parameter, group.Options!));
            }

            state.StateIndexRef.Add(places);
        }

        return state;
    }

    /// <summary>Takes over the options and what was kept for each parameter, as copies.</summary>
    /// <param name="state_dict">The state of an optimiser of the same kind with as many groups and parameters.</param>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        if (state_dict.Options.Count != Groups.Count)
            throw new ArgumentException("loaded state dict has a different number of parameter groups", nameof(state_dict));
        for (var i = 0; i < Groups.Count; i++)
        {
            Parameter[] members = [.. Groups[i].Parameters];
            var places = state_dict.StateIndexRef[i];
            if (members.Length != places.Count)
            {
                throw new ArgumentException(
                    "loaded state dict contains a parameter group that doesn't match the size of optimizer's group", nameof(state_dict));
            }

            Groups[i].Options!.LoadStateDict(state_dict.Options[i]);
            for (var j = 0; j < members.Length; j++)
                StateOf(members[j]).LoadStateDict(state_dict.State[places[j]]);
        }
    }

    /// <summary>Moves what is kept to a device: here always the CPU, where it is.</summary>
    /// <param name="device">The CPU.</param>
    public void to(Device device) => Tortue.Tensors.Creation.CheckPlace(device);

    /// <summary>Runs the closure, and then something for each group without recording it.</summary>
    private protected Tensor? Step(Action<ParamGroup> body, Func<Tensor>? closure)
    {
        var loss = closure?.Invoke();
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in Groups)
            body(group);
        return loss;
    }

    /// <summary>What is kept for a parameter; where nothing is yet, what its options ask to keep from the start.</summary>
    private OptimizerState StateOf(Parameter parameter, OptimizerOptions options)
    {
        var isNew = !_states.ContainsKey(parameter);
        var state = StateOf(parameter);
        if (isNew)
            state.Initialize(options);
        return state;
    }

    /// <summary>What is kept for a parameter.</summary>
    private protected OptimizerState StateOf(Parameter parameter)
    {
        if (!_states.TryGetValue(parameter, out var state))
            _states.Add(parameter, state = NewState(parameter));
        return state;
    }

    /// <summary>The state of a parameter before the first step.</summary>
    private protected abstract OptimizerState NewState(Parameter parameter);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var state in _states.Values.OfType<IDisposable>())
                state.Dispose();
            _states.Clear();
        }

        base.Dispose(disposing);
    }
}
