using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Data;

/// <summary>Samples (i, i²) as dictionaries, made anew at every call and kept for a look at them.</summary>
internal sealed class CountingSet(int count) : utils.data.Dataset
{
    private readonly List<Tensor> _made = [];

    public override long Count => count;

    public IReadOnlyList<Tensor> Made => _made;

    public bool IsDisposed { get; private set; }

    public override Dictionary<string, Tensor> GetTensor(long index)
    {
        var (number, square) = (tensor((float)index), full([2], (float)(index * index)));
        lock (_made)
            _made.AddRange([number, square]);
        return new() { ["number"] = number, ["square"] = square };
    }

    protected override void Dispose(bool disposing) => IsDisposed = true;
}
