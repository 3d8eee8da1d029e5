using Tortue.Tensors;
using Tortue.Tensors.Autograd;
using Tortue.Tensors.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds another tensor to this one, in place.</summary>
        /// <param name="target">The summand; broadcast to this shape.</param>
        /// <returns>This tensor.</returns>
        public Tensor add_(Tensor target)
        {
            CheckInPlace();
            var node = GradientNode.Begin("AddBackward0", this, target);
            Pointwise.CombineInto<Add>(this, target);
            return Changed(node?.Input(target, static g => g), static g => g);
        }

        /// <summary>Adds a multiple of another tensor to this one, in place.</summary>
        /// <param name="target">The summand; broadcast to this shape.</param>
        /// <param name="alpha">Its factor.</param>
        /// <returns>This tensor.</returns>
        public Tensor add_(Tensor target, Scalar alpha) => Composite.Of(() => add_(Multiple(target, alpha)));

        /// <summary>Adds a number to every element, in place.</summary>
        /// <param name="scalar">The number.</param>
        /// <returns>This tensor.</returns>
        public Tensor add_(Scalar scalar)
        {
            CheckInPlace();
            var node = GradientNode.Begin("AddBackward0", this);
            Pointwise.CombineInto<Add>(this, scalar);
            return Changed(node, static g => g);
        }

        /// <summary>Adds a multiple of a number to every element, in place.</summary>
        /// <param name="scalar">The number.</param>
        /// <param name="alpha">Its factor.</param>
        /// <returns>This tensor.</returns>
        public Tensor add_(Scalar scalar, Scalar alpha) => Composite.Of(() => add_(PlainNumber(scalar).mul(alpha)));

        /// <summary>Subtracts another tensor from this one, in place.</summary>
        /// <param name="target">What to subtract; broadcast to this shape.</param>
        /// <returns>This tensor.</returns>
        public Tensor sub_(Tensor target)
        {
            CheckInPlace();
            RefuseTruthValues(this, target);
            var node = GradientNode.Begin("SubBackward0", this, target);
            Pointwise.CombineInto<Subtract>(this, target);
            return Changed(node?.Input(target, static g => g.neg()), static g => g);
        }

        /// <summary>Subtracts a number from every element, in place.</summary>
        /// <param name="target">The number.</param>
        /// <returns>This tensor.</returns>
        public Tensor sub_(Scalar target) => sub_(PlainNumber(target));

        /// <summary>Multiplies this tensor by another one, in place.</summary>
        /// <param name="target">The factor; broadcast to this shape.</param>
        /// <returns>This tensor.</returns>
        public Tensor mul_(Tensor target)
        {
            CheckInPlace();
            if (GradientNode.Begin("MulBackward0", this, target) is not { } node)
            {
                Pointwise.CombineInto<Multiply>(this, target);
                return Changed(null, null);
            }

            using var copy = target.requires_grad ? Copied() : null;
            var before = node.Save(copy ?? this, when: copy is not null);
            var factor = node.Save(target);
            Pointwise.CombineInto<Multiply>(this, target);
            return Changed(node.Input(target, g => g.mul(before.Value)), g => g.mul(factor.Value));
        }

        /// <summary>Multiplies every element by a number, in place.</summary>
        /// <param name="target">The number.</param>
        /// <returns>This tensor.</returns>
        public Tensor mul_(Scalar target)
        {
            CheckInPlace();
            var node = GradientNode.Begin("MulBackward0", this);
            Pointwise.CombineInto<Multiply>(this, target);
            return Changed(node, node is null ? null : ScaledBy(target));
        }

        /// <summary>Divides this tensor by another one, in place.</summary>
        /// <param name="target">The divisor; broadcast to this shape.</param>
        /// <param name="rounding_mode">Whether and how the quotient is rounded to an integer.</param>
        /// <returns>This tensor.</returns>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Become(x => x.div(target, rounding_mode), target);

        /// <summary>Divides every element by a number, in place.</summary>
        /// <param name="target">The divisor.</param>
        /// <param name="rounding_mode">Whether and how the quotient is rounded to an integer.</param>
        /// <returns>This tensor.</returns>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (rounding_mode != RoundingMode.None || !is_floating_point())
                return Become(x => x.div(target, rounding_mode));

            CheckInPlace();
            var node = GradientNode.Begin("DivBackward0", this);
            Pointwise.CombineInto<Divide>(this, target);
            return Changed(node, node is null ? null : g => g.div(target));
        }

        /// <summary>Sets every element to zero.</summary>
        /// <returns>This tensor.</returns>
        public Tensor zero_() => fill_(0);

        /// <summary>Sets every element to one number.</summary>
        /// <param name="value">The number.</param>
        /// <returns>This tensor.</returns>
        public Tensor fill_(Scalar value)
        {
            CheckInPlace(mayRepeat: true);
            var node = GradientNode.Begin("FillBackward0", this);
            Fill(value);
            return Changed(node, null);
        }

        /// <summary>Overwrites the elements with another tensor's, converting their type.</summary>
        /// <param name="source">The values; broadcast to this shape.</param>
        /// <param name="nonBlocking">Has no effect here.</param>
        /// <returns>This tensor.</returns>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            CheckInPlace();
            if (!Shapes.Same(Shapes.Broadcast(source._sizes, _sizes), _sizes))
            {
                throw TorchError.Because($"output with shape {Shapes.Text(_sizes)} doesn't match the broadcast shape " +
                    Shapes.Text(Shapes.Broadcast(source._sizes, _sizes)));
            }

            var node = is_floating_point() ? GradientNode.Begin("CopyBackwards", this, source) : null;
            Assign(source);
            return Changed(node?.Input(source, static g => g), null);
        }

        /// <summary>Adds without recording and without raising the version: for gradients under construction.</summary>
        internal void AddInPlace(Tensor other) => Pointwise.CombineInto<Add>(this, other);

        /// <summary>Takes over what an operation computes from this tensor: the operation's in-place form.</summary>
        /// <param name="operation">
        /// The operation. Where it may keep its operand for the backward pass, it gets a copy of the values before the change.
        /// </param>
        /// <param name="other">The operation's other operand.</param>
        private Tensor Become(Func<Tensor, Tensor> operation, Tensor? other = null)
        {
            using var scope = NewDisposeScope();
            var isKept = GradMode.IsEnabled && (requires_grad || other is { requires_grad: true });
            var result = operation(isKept ? clone() : this);
            CheckInPlace();
            if (!Shapes.Same(result._sizes, _sizes))
                throw TorchError.Because($"output with shape {Shapes.Text(_sizes)} doesn't match the broadcast shape " +
                    $"{Shapes.Text(result._sizes)}");
            ScalarTypes.CheckCast(result.dtype, dtype);
            var node = GradientNode.Begin("CopyBackwards", this, result);
            Assign(result);
            return Changed(node?.Input(result, static g => g), null);
        }
    }
}
