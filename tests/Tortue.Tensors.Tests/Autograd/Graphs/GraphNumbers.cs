using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd.Graphs;

/// <summary>The free choices of one step of a random graph, all from one number: dimensions, places, sizes.</summary>
internal readonly record struct GraphNumbers(int Choice)
{
    /// <summary>A number below a bound; another for another place.</summary>
    public int Below(long bound, int place = 0) =>
        (int)((((ulong)Choice * 2654435761UL) + ((ulong)place * 0x9E3779B97F4A7C15UL)) % 1_000_003 % (ulong)bound);

    /// <summary>A dimension of a tensor.</summary>
    public int Dim(Tensor x, int place = 0) => Below(x.ndim, place);

    /// <summary>Some positions along a dimension, with repetitions and in any order.</summary>
    public Tensor Positions(long size, int count)
    {
        var numbers = this;
        return tensor(Enumerable.Range(0, count).Select(i => (long)numbers.Below(size, i + 5)).ToArray());
    }

    /// <summary>Truth values, at least one of them true.</summary>
    public Tensor Mask(params long[] shape)
    {
        var numbers = this;
        var count = (int)shape.Aggregate(1L, (product, size) => product * size);
        return tensor(Enumerable.Range(0, count).Select(i => i == 0 || numbers.Below(3, i + 11) > 0).ToArray()).reshape(shape);
    }
}
