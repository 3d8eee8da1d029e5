using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private bool _isLeafWithGradient;
        private Tensor? _gradient;
        private LeafNode? _leafNode;
        private GradientNode? _gradientNode;
        private ViewHistory? _view;

        /// <summary>
        /// Whether gradients with respect to this tensor are wanted (set on a leaf), or flow through it (read on a result).
        /// </summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">
        /// Set on a tensor of integers or truth values, or cleared on the result of a recorded operation.
        /// </exception>
        public bool requires_grad
        {
            get => _isLeafWithGradient || GradientNode is not null;
            set
            {
                if (value && !is_floating_point())
                    throw TorchError.Because("Only Tensors of floating point and complex dtype can require gradients");
                if (!value && GradientNode is not null)
                {
                    throw TorchError.Because("you can only change requires_grad flags of leaf variables. If you want to use a computed " +
                        "variable " +
                        "in a subgraph that doesn't require differentiation use var_no_grad = var.detach().");
                }

                _isLeafWithGradient = value && GradientNode is null;
            }
        }

        /// <summary>Whether the tensor was made by the user and not by a recorded operation; a leaf's gradient accumulates.</summary>
        public bool is_leaf => GradientNode is null;

        /// <summary>
        /// The gradient that backward passes have accumulated; null before the first. Each read gives a handle on the same memory, so
        /// changes in place are seen, and disposing the handle leaves the gradient alone.
        /// </summary>
        public Tensor? grad
        {
            get => _gradient?.Reshaped(_gradient._sizes, _gradient._strides, _gradient._offset);
            set
            {
                if (value is not null && !Shapes.Same(value._sizes, _sizes))
                {
                    throw TorchError.Because($"assigned grad has data of a different size: the tensor has shape {Shapes.Text(_sizes)}, " +
                        $"the gradient {Shapes.Text(value._sizes)}");
                }

                if (value is not null && value.dtype != dtype)
                    throw TorchError.Because($"assigned grad has data of a different type: the tensor has {dtype}, the gradient " +
                        $"{value.dtype}");
                var former = _gradient;
                _gradient = value?.Share();
                former?.Invalidate();
            }
        }

        /// <summary>The recorded operation that made this tensor.</summary>
        internal GradientNode? GradientNode
        {
            get
            {
                if (_view?.Renewed(this) is { } renewed)
                    _gradientNode = renewed.Edges.Count > 0 ? renewed : null;
                return _gradientNode;
            }
            set => _gradientNode = value;
        }

        /// <summary>Where a gradient with respect to this tensor goes; null when none is wanted.</summary>
        internal GradientNode? GradientTarget => GradientNode ?? (_isLeafWithGradient ? _leafNode ??= new LeafNode(this) : null);

        /// <summary>Asks for gradients with respect to this tensor, or for none.</summary>
        /// <param name="requires_grad">Whether they are wanted.</param>
        /// <returns>This tensor.</returns>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <inheritdoc cref="requires_grad_"/>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of an intermediate result, which is otherwise dropped; read it from <see cref="grad"/>.</summary>
        public void retain_grad()
        {
            if (!requires_grad)
                throw TorchError.Because("can't retain_grad on Tensor that has requires_grad=False");
            if (GradientNode is { } node)
                node.RetainsGradientFor = this;
        }

        /// <summary>The same elements without history: what follows from them is not recorded.</summary>
        /// <returns>A tensor over the same memory.</returns>
        public Tensor detach() => Reshaped(_sizes, _strides, _offset);

        /// <summary>Forgets how the tensor was made.</summary>
        /// <returns>This tensor, now a leaf that wants no gradient.</returns>
        public Tensor detach_()
        {
            if (ViewedBase is not null && GradientNode is not null)
                throw TorchError.Because("Can't detach views in-place. Use detach() instead.");
            (_gradientNode, _isLeafWithGradient) = (null, false);
            return this;
        }

        /// <summary>The tensor that this one is a view of; null once it is disposed: from then on the view stands for itself.</summary>
        private Tensor? ViewedBase => _view is { Base: { IsInvalid: false } viewed } ? viewed : null;

        /// <summary>A view of this tensor, whose in-place changes enter this tensor's history.</summary>
        internal Tensor ViewOf(long[] sizes, long[] strides, long offset)
        {
            var view = Reshaped(sizes, strides, offset);
            if (GradMode.IsEnabled && is_floating_point())
                view._view = new ViewHistory(ViewedBase ?? this) { OneOfSeveral = _view?.OneOfSeveral };
            return view;
        }

        /// <summary>Marks views that were made together, which PyTorch refuses to change in place while gradients are recorded.</summary>
        private static Tensor[] OneOfSeveral(Tensor[] views, string node)
        {
            for (var i = 0; i < views.Length; i++)
            {
                if (views[i]._view is { } history)
                    views[i]._view = new ViewHistory(history.Base) { OneOfSeveral = $"Output {i} of {node}" };
            }

            return views;
        }

        /// <summary>Refuses in-place changes that would lose a gradient, before anything is changed.</summary>
        /// <param name="mayRepeat">Whether several elements in one place do no harm.</param>
        internal void CheckInPlace(bool mayRepeat = false)
        {
            for (var d = 0; d < Rank && !mayRepeat; d++)
            {
                if (_strides[d] == 0 && _sizes[d] > 1 && Count > 0)
                {
                    throw TorchError.Because("unsupported operation: more than one element of the written-to tensor refers to a single " +
                        "memory location. Please clone() the tensor before performing the operation.");
                }
            }

            if (!GradMode.IsEnabled)
                return;
            if (_isLeafWithGradient)
                throw TorchError.Because("a leaf Variable that requires grad is being used in an in-place operation.");
            if (_view is { OneOfSeveral: { } name } && requires_grad)
            {
                throw TorchError.Because(name + " is a view and is being modified inplace. This view is the output of a function that " +
                    "returns multiple views. Such functions do not allow the output views to be modified inplace. You should replace the " +
                    "inplace operation by an out-of-place one.");
            }

            if (_view is { Base._isLeafWithGradient: true })
                throw TorchError.Because("a view of a leaf Variable that requires grad is being used in an in-place operation.");
        }

        /// <summary>Enters an in-place change into the history.</summary>
        /// <param name="node">The change with its other inputs, or null when nothing is recorded.</param>
        /// <param name="self">The gradient of what the tensor held before; null where it was overwritten.</param>
        /// <returns>This tensor.</returns>
        internal Tensor Changed(GradientNode? node, Derivative? self)
        {
            Storage.Version++;
            if (node is null)
                return this;

            if (ViewedBase is not null)
            {
                _view!.Rebase(this, node, self);
                return this;
            }

            if (self is not null)
                node.Input(this, self);
            return node.Output(this);
        }

        internal void KeepGradient(Tensor gradient)
        {
            var former = _gradient;
            _gradient = gradient.Share();
            former?.Invalidate();
        }

        internal void AccumulateGradient(Tensor gradient)
        {
            if (_gradient is not null)
                _gradient.AddInPlace(gradient);
            else if (gradient.IsPacked && gradient.Storage.IsExclusive)
                _gradient = gradient.Share();
            else
                _gradient = gradient.Copied().DetachFromDisposeScope();
        }
    }
}
