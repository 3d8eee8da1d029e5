using static TorchSharp.torch;

namespace Tortue.Tensors.Autograd;

/// <summary>A tensor kept for the backward pass: its own handle on the memory, and the version that the memory had.</summary>
internal sealed class SavedTensor(Tensor? tensor)
{
    private readonly Tensor? _share = tensor?.Share();
    private readonly int _version = tensor?.Storage.Version ?? 0;
    private string? _origin = tensor?.GradientNode?.Name;

    /// <summary>The tensor as it was saved. It belongs to the node: neither dispose it nor return it from a derivative.</summary>
    public Tensor Value
    {
        get
        {
            if (_share is null || _share.IsInvalid)
            {
                throw TorchError.Because("Trying to backward through the graph a second time (or directly access saved tensors after " +
                    "they " +
                    "have already been freed). Saved intermediate values of the graph are freed when you call .backward() or " +
                    "autograd.grad(). " +
                    "Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved " +
                    "tensors after calling backward.");
            }

            var version = _share.Storage.Version;
            return version == _version ? _share : throw Modified(_share, version);
        }
    }

    /// <summary>Remembers, for the error message, that what was saved is an operation's result.</summary>
    public void NoteResult(Tensor result, string operation)
    {
        if (_share is { IsInvalid: false } && _share.IsSameView(result))
            _origin ??= operation;
    }

    /// <summary>Gives up the memory.</summary>
    public void Release() => _share?.Invalidate();

    private Exception Modified(Tensor saved, int version)
    {
        var origin = _origin is null ? "" : $", which is output 0 of {_origin},";
        return TorchError.Because("one of the variables needed for gradient computation has been modified by an inplace operation: " +
            $"[{ScalarTypes.LegacyName(saved.dtype)} {Shapes.Text(saved.Sizes)}]{origin} is at version {version}; expected version " +
            $"{_version} " +
            "instead. Hint: the backtrace of the forward pass shows the operation; use an operator that makes a new tensor, or clone() " +
            "before " +
            "the change.");
    }
}
