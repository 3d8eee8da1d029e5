using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Puts tensors one after the other along a dimension.</summary>
    /// <param name="tensors">Tensors whose other sizes agree.</param>
    /// <param name="dim">The dimension.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Joining.Concatenate([.. tensors], dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Joining.Concatenate(tensors, dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Joining.Concatenate(tensors.ToArray(), dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Puts tensors of one shape one after the other along a new dimension.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="dim">Where the new dimension goes.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        var all = tensors.ToList();
        if (all.Count > 0)
            Shapes.WrapDim(dim, all[0].Rank + 1);
        for (var i = 1; i < all.Count; i++)
        {
            if (!Shapes.Same(all[0].Sizes, all[i].Sizes))
            {
                throw TorchError.Because($"stack expects each tensor to be equal size, but got {Shapes.Text(all[0].Sizes)} at entry 0 " +
                    "and " +
                    $"{Shapes.Text(all[i].Sizes)} at entry {i}");
            }
        }

        return Composite.Of(() => Joining.Concatenate([.. all.Select(t => t.unsqueeze(dim))], dim));
    }

    /// <summary>Stretches tensors to their common shape. Views.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>As many tensors of one shape.</returns>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors)
    {
        var sizes = tensors.Aggregate(Array.Empty<long>(), (common, t) => Shapes.Broadcast(common, t.Sizes));
        return [.. tensors.Select(t => t.expand(sizes))];
    }
}
