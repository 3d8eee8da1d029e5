using static TorchSharp.torch;

namespace Tortue.Tensors.Autograd;

/// <summary>
/// What a view knows of the tensor that it looks at. An in-place change of the view is a change of the base, so it enters the base's
/// history; and when the base's history has grown, the view's is made anew from it.
/// </summary>
internal sealed class ViewHistory(Tensor @base)
{
    private GradientNode? _baseNode = @base.GradientNode;

    /// <summary>The tensor that owns the memory's history; never itself a view.</summary>
    public Tensor Base { get; } = @base;

    /// <summary>
    /// Where the view is one of several of the same tensor (by split, chunk or unbind), whose changes in place PyTorch does not follow: its
    /// name in the message. Null for a view that may be changed.
    /// </summary>
    public string? OneOfSeveral { get; init; }

    /// <summary>The node of the view if the base changed since it was last made; null when it is still right.</summary>
    public GradientNode? Renewed(Tensor view)
    {
        // A disposed base has lost its node, but not its views theirs: nothing can change it any more.
        if (Base.IsInvalid)
            return null;
        var current = Base.GradientNode;
        if (ReferenceEquals(current, _baseNode))
            return null;

        _baseNode = current;
        var (geometry, place) = (BaseGeometry.Of(Base), new Place(view, Base));
        return new GradientNode("AsStridedBackward0").Input(Base, gradient =>
        {
            var whole = geometry.Zeros();
            place.AddTo(whole, gradient);
            return whole;
        });
    }

    /// <summary>Enters an in-place change of a view into the base's history.</summary>
    /// <param name="view">The view that was changed.</param>
    /// <param name="change">The change, with the inputs other than the view itself.</param>
    /// <param name="self">The gradient of what the view held before; null where it was overwritten.</param>
    public void Rebase(Tensor view, GradientNode change, Derivative? self)
    {
        var (geometry, place) = (BaseGeometry.Of(Base), new Place(view, Base));
        var node = new GradientNode("CopySlices").Input(Base, gradient =>
        {
            var whole = geometry.Copy(gradient);
            var part = place.In(whole);
            var before = self?.Invoke(part.Copied());
            if (before is null)
                part.Fill(0);
            else
                part.Assign(before);
            return whole;
        });
        node.Adopt(change, gradient => place.In(geometry.Copy(gradient)));
        Base.GradientNode = node;
    }

    /// <summary>Where a view lies in its base.</summary>
    private readonly struct Place(Tensor view, Tensor @base)
    {
        private readonly long[] _sizes = view.Sizes;
        private readonly long[] _strides = view.Strides;
        private readonly long _offset = view.Offset - @base.Offset;

        public Tensor In(Tensor whole) => whole.Reshaped(_sizes, _strides, whole.Offset + _offset);

        /// <summary>Adds to the part of a whole; where elements of the view share their memory, one after the other.</summary>
        public void AddTo(Tensor whole, Tensor gradient)
        {
            if (!Shapes.MayOverlap(_sizes, _strides))
            {
                In(whole).AddInPlace(gradient);
                return;
            }

            using var noGradient = GradMode.Set(false);
            var places = arange(whole.Storage.Length, ScalarType.Int64).Reshaped(_sizes, _strides, whole.Offset + _offset).Packed();
            var memory = whole.Reshaped([whole.Storage.Length], [1], 0);
            Indexing.ScatterAddTo(memory, 0, places.view(-1), gradient.Packed().view(-1));
        }
    }

    /// <summary>The sizes and strides of a base, so that a gradient can be laid out in the same way.</summary>
    private sealed record BaseGeometry(long[] Sizes, long[] Strides, ScalarType Type)
    {
        public static BaseGeometry Of(Tensor tensor) => new(tensor.Sizes, tensor.Strides, tensor.dtype);

        public Tensor Zeros()
        {
            var extent = 1L;
            for (var d = 0; d < Sizes.Length; d++)
                extent += (Sizes[d] - 1) * Strides[d];
            var memory = Tensor.Empty([Math.Max(extent, 0)], Type);
            memory.Fill(0);
            return memory.Reshaped(Sizes, Strides, 0);
        }

        public Tensor Copy(Tensor gradient)
        {
            var copy = Zeros();
            copy.Assign(gradient);
            return copy;
        }
    }
}
