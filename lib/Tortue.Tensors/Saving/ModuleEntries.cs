using TorchSharp;
using static TorchSharp.torch;

namespace Tortue.Tensors.Saving;

/// <summary>The entries of a module's file, read and compared with the module's own before anything is copied.</summary>
/// <param name="mine">The module's parameters and buffers.</param>
/// <param name="skip">Names whose values are passed over.</param>
/// <param name="scope">What owns the tensors read.</param>
internal sealed class ModuleEntries(Dictionary<string, Tensor> mine, IList<string> skip, DisposeScope scope)
{
    private readonly List<string> _names = [];
    private readonly List<(string Name, Tensor Tensor)> _loaded = [];

    /// <summary>The names of all entries in order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The entries to be copied, which fit.</summary>
    public IReadOnlyList<(string Name, Tensor Tensor)> Loaded => _loaded;

    /// <summary>Reads all entries.</summary>
    /// <param name="source">Where to read.</param>
    /// <param name="strict">Whether the names must be the module's.</param>
    public void Read(TensorReader source, bool strict)
    {
        var count = source.ReadCount();
        for (var i = 0L; i < count; i++)
            ReadEntry(source, i, count);
        if (strict)
            CheckNames(source);
    }

    private void ReadEntry(TensorReader source, long place, long count)
    {
        var name = source.ReadName(place, count);
        if (_names.Contains(name))
            throw source.Corrupt("it for the second time");
        _names.Add(name);

        var header = source.ReadHeader();
        if (!mine.TryGetValue(name, out var target) || skip.Contains(name))
        {
            source.Skip(header);
            return;
        }

        if (header.Type != target.dtype)
        {
            throw source.Mismatch("tensor data types", $"{target.dtype}",
                $"{header.Type}: turn the module into that type first, with to(ScalarType.{header.Type})");
        }

        if (!Shapes.Same(header.Sizes, target.Sizes))
            throw source.Mismatch("tensor shape", Shapes.Text(target.Sizes), Shapes.Text(header.Sizes));
        var tensor = source.ReadValues(header);
        scope.Attach(tensor);
        _loaded.Add((name, tensor));
    }

    private void CheckNames(TensorReader source)
    {
        string[] missing = [.. mine.Keys.Except(_names)];
        string[] unexpected = [.. _names.Except(mine.Keys)];
        if (missing.Length == 0 && unexpected.Length == 0)
            return;
        throw new ArgumentException($"Mismatched state_dict: the module has {mine.Count} entries, but found {_names.Count} in " +
            $"{source.Source}; missing are [{string.Join(", ", missing)}], unexpected are [{string.Join(", ", unexpected)}]. Pass " +
            "strict: false to load what both have.");
    }
}
