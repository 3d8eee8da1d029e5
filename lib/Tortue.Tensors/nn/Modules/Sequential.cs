using System.Globalization;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after another: the output of each is the input of the next.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<(string Name, nn.Module<Tensor, Tensor> Module)> _steps = [];

    internal Sequential(IEnumerable<(string Name, nn.Module<Tensor, Tensor> Module)> modules)
        : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules)
            append(name, module);
    }

    /// <summary>The number of modules.</summary>
    public int Count => _steps.Count;

    /// <summary>One of the modules.</summary>
    /// <param name="index">Its place, from 0.</param>
    [IndexerName("SequentialItems")]
    public nn.IModule<Tensor, Tensor> this[int index] => _steps[index].Module;

    /// <summary>Some of the modules, shared with this one.</summary>
    /// <param name="index">Their places.</param>
    [IndexerName("SequentialItems")]
    public Sequential this[Range index]
    {
        get
        {
            var (start, length) = index.GetOffsetAndLength(Count);
            return new(_steps.GetRange(start, length));
        }
    }

    /// <summary>Adds a module at the end; its name is its place.</summary>
    /// <param name="module">The module.</param>
    /// <returns>This module.</returns>
    public Sequential append(nn.IModule<Tensor, Tensor> module) => append(_steps.Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Adds a module at the end.</summary>
    /// <param name="name">The module's name.</param>
    /// <param name="module">The module.</param>
    /// <returns>This module.</returns>
    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        if (module is not nn.Module<Tensor, Tensor> step)
        {
            throw new ArgumentException(
                $"{module?.GetType().Name ?? "null"} is not a module that turns a tensor into a tensor.", nameof(module));
        }

        register_module(name, step);
        _steps.Add((name, step));
        return this;
    }

    /// <inheritdoc/>
    /// <param name="tensor">The first module's input.</param>
    /// <returns>The last module's output; without modules, the input over the same memory.</returns>
    public override Tensor forward(Tensor tensor)
    {
        if (_steps.Count == 0)
            return tensor.alias();
        var first = tensor;
        foreach (var (_, step) in _steps)
        {
            var next = step.call(tensor);
            // What lies between two modules is out of the caller's reach; the history keeps what the gradient needs.
            if (!ReferenceEquals(tensor, first) && !ReferenceEquals(next, tensor))
                tensor.Dispose();
            tensor = next;
        }

        return tensor;
    }
}
