using Tortue.Tensors.Saving;

namespace TorchSharp.Modules;

public abstract partial class OptimizerHelper
{
    /// <summary>
    /// Writes the options and what is kept for each parameter to a file in TorchSharp's format. The file appears when it is complete.
    /// </summary>
    /// <param name="location">The file; one that is there is replaced.</param>
    public void save_state_dict(string location) => SideFile.Write(location, save_state_dict);

    /// <summary>
    /// Writes the options and what is kept for each parameter in TorchSharp's format: the kind of optimiser, the numbers of groups and of
    /// parameters (LEB128), the options of each group, and the state of each parameter.
    /// </summary>
    /// <param name="writer">Where to write.</param>
    public void save_state_dict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var state = state_dict();
        writer.Write(GetType().Name);
        Leb128.Write(writer, state.Options.Count);
        Leb128.Write(writer, state.State.Count);
        foreach (var options in state.Options)
            options.SaveStateDict(writer);
        foreach (var kept in state.State)
            kept.SaveStateDict(writer);
    }

    /// <summary>Loads the options and what is kept for each parameter from a file in TorchSharp's format.</summary>
    /// <param name="location">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is of another kind of optimiser, or of none.</exception>
    /// <exception cref="ArgumentException">The groups, the parameters or their shapes differ.</exception>
    /// <exception cref="EndOfStreamException">The file ends too soon.</exception>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(SideFile.Open(location));
        load_state_dict(reader);
    }

    /// <summary>
    /// Loads the options and what is kept for each parameter in TorchSharp's format. When anything is wrong, nothing of the optimiser
    /// changes.
    /// </summary>
    /// <param name="reader">Where to read.</param>
    /// <exception cref="InvalidDataException">The data are of another kind of optimiser, or of none.</exception>
    /// <exception cref="ArgumentException">The groups, the parameters or their shapes differ.</exception>
    /// <exception cref="EndOfStreamException">The data end too soon.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var source = new TensorReader(reader);
        source.ReadOptimizer(GetType().Name, Groups.Count, Groups.Sum(group => group.Parameters.Count()));
        var loaded = new StateDictionary();
        try
        {
            foreach (var group in Groups)
                source.ReadPart(() => ReadOptions(loaded, group, reader));
            foreach (var group in Groups)
            {
                var places = group.Parameters.Select(parameter => source.ReadPart(() => ReadState(loaded, parameter, reader)));
                loaded.StateIndexRef.Add([.. places]);
            }

            load_state_dict(loaded);
        }
        finally
        {
            foreach (var state in loaded.State.OfType<IDisposable>())
                state.Dispose();
        }
    }

    private static int ReadOptions(StateDictionary loaded, ParamGroup group, BinaryReader reader)
    {
        var options = group.Options!.Copy();
        options.LoadStateDict(reader);
        loaded.Options.Add(options);
        return loaded.Options.Count - 1;
    }

    private int ReadState(StateDictionary loaded, Parameter parameter, BinaryReader reader)
    {
        var state = NewState(parameter);
        loaded.State.Add(state);
        state.LoadStateDict(reader);
        return loaded.State.Count - 1;
    }
}
