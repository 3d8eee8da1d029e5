using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module without parts that takes two inputs: a function, such as a distance.</summary>
/// <typeparam name="T1">The first input.</typeparam>
/// <typeparam name="T2">The second input.</typeparam>
/// <typeparam name="TResult">The output.</typeparam>
public abstract class ParameterLessModule<T1, T2, TResult> : nn.Module<T1, T2, TResult>, IParameterLessModule
{
    /// <summary>Makes the module.</summary>
    /// <param name="name">What GetName returns.</param>
    protected ParameterLessModule(string name)
        : base(name)
    {
    }

    /// <summary>Refuses: the module has no parts.</summary>
    /// <param name="name">The name.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="persistent">Whether it is part of the state.</param>
    public override void register_buffer(string name, Tensor? tensor, bool persistent = true) => throw NoParts(name);

    /// <summary>Refuses: the module has no parts.</summary>
    /// <param name="name">The name.</param>
    /// <param name="param">The parameter.</param>
    public override void register_parameter(string name, Parameter? param) => throw NoParts(name);

    /// <summary>Refuses: the module has no parts.</summary>
    /// <param name="name">The name.</param>
    /// <param name="submodule">The module.</param>
    public override void register_module(string name, nn.Module submodule) => throw NoParts(name);

    private InvalidOperationException NoParts(string name) =>
        new($"{GetName()} has no parameters, buffers or modules: '{name}' cannot be added.");
}
