using Tortue.Tensors;
using Tortue.Tensors.Autograd;
using Tortue.Tensors.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Each element to the power of a number.</summary>
        /// <param name="exponent">The exponent; a fraction makes an integer tensor a floating-point one.</param>
        /// <returns>A new tensor.</returns>
        public Tensor pow(Scalar exponent)
        {
            var type = ScalarTypes.ResultOf(this, PlainNumber(exponent));
            if (!type.IsFloatingPoint() && exponent.ToDouble() < 0)
                throw TorchError.Because("Integers to negative integer powers are not allowed.");

            var result = RaisedTo(exponent, type);
            if (GradientNode.Begin("PowBackward0", this) is { } node)
            {
                var (x, power) = (node.Save(this), exponent.ToDouble());
                node.Input(this, g => power == 0 ? g.zeros_like() : g.mul(x.Value.RaisedTo(power - 1, type).mul(power))).Output(result);
            }

            return result;
        }

        /// <summary>Each element to the power of another tensor's; shapes are broadcast.</summary>
        /// <param name="exponent">The exponents.</param>
        /// <returns>A new tensor.</returns>
        public Tensor pow(Tensor exponent)
        {
            if (dtype == ScalarType.Bool && exponent.dtype == ScalarType.Bool)
                throw NotImplementedFor("pow");
            var result = Pointwise.Combine<Power>(this, exponent);
            if (GradientNode.Begin("PowBackward1", this, exponent) is { } node)
            {
                var (x, power, y) = (node.Save(this), node.Save(exponent), node.Save(result, exponent.requires_grad));
                node.Input(this, g => g.mul(power.Value).mul(x.Value.pow(power.Value.sub(1))).masked_fill(power.Value.eq(0), 0))
                    .Input(exponent, g => g.mul(y.Value).mul(x.Value.log()).masked_fill(x.Value.eq(0).logical_and(power.Value.ge(0)), 0))
                    .Output(result);
            }

            return result;
        }

        /// <summary>The larger one of each pair; shapes are broadcast, and where both are equal each gets half the gradient.</summary>
        /// <param name="other">The other tensor.</param>
        /// <returns>A new tensor.</returns>
        public Tensor maximum(Tensor other) => Extremum<Maximum>("MaximumBackward0", other, static (mine, theirs) => mine.lt(theirs));

        /// <summary>The smaller one of each pair; shapes are broadcast, and where both are equal each gets half the gradient.</summary>
        /// <param name="other">The other tensor.</param>
        /// <returns>A new tensor.</returns>
        public Tensor minimum(Tensor other) => Extremum<Minimum>("MinimumBackward0", other, static (mine, theirs) => mine.gt(theirs));

        /// <inheritdoc cref="maximum"/>
        public Tensor max(Tensor other) => maximum(other);

        /// <inheritdoc cref="minimum"/>
        public Tensor min(Tensor other) => minimum(other);

        /// <summary>Each element, moved to the nearest number between two bounds. The gradient is zero outside them.</summary>
        /// <param name="min">The lower bound; none when null.</param>
        /// <param name="max">The upper bound; none when null.</param>
        /// <returns>A new tensor.</returns>
        public Tensor clamp(Scalar? min = null, Scalar? max = null)
        {
            if (min is null && max is null)
                throw TorchError.Because("torch.clamp: At least one of 'min' or 'max' must not be None");

            var result = max is null ? Pointwise.Combine<Maximum>(this, min!)
                : min is null ? Pointwise.Combine<Minimum>(this, max)
                : Pointwise.Clamp(this, min, max);
            if (GradientNode.Begin("ClampBackward1", this) is { } node)
            {
                var x = node.Save(this);
                node.Input(this, g => Pointwise.Select(Inside(x.Value, min, max), g, PlainNumber(0))).Output(result);
            }

            return result;
        }

        /// <summary>Each element, moved to the nearest number between two tensors' elements.</summary>
        /// <param name="min">The lower bounds; none when null.</param>
        /// <param name="max">The upper bounds; none when null.</param>
        /// <returns>A new tensor.</returns>
        public Tensor clamp(Tensor? min = null, Tensor? max = null)
        {
            if (min is null && max is null)
                throw TorchError.Because("torch.clamp: At least one of 'min' or 'max' must not be None");

            using var raised = min is null ? null : Pointwise.Combine<Maximum>(this, min);
            var result = max is null ? raised!.detach() : Pointwise.Combine<Minimum>(raised ?? this, max);
            Tensor[] operands = [this, .. min is null ? [] : new[] { min }, .. max is null ? [] : new[] { max }];
            if (GradientNode.Begin("ClampBackward0", operands) is { } node)
            {
                var (x, low, high) = (node.Save(this), min is null ? null : node.Save(min), max is null ? null : node.Save(max));
                node.Input(this, g => Passing(g, Inside(x.Value, low?.Value, high?.Value)));
                if (min is not null)
                    node.Input(min, g => Passing(g, Both(x.Value.lt(low!.Value), high is null ? null : low.Value.lt(high.Value))));
                if (max is not null)
                    node.Input(max, g => Passing(g, Either(x.Value.gt(high!.Value), low?.Value.gt(high.Value))));
                node.Output(result);
            }

            return result;

            static Tensor Both(Tensor one, Tensor? other) => other is null ? one : one.logical_and(other);

            static Tensor Either(Tensor one, Tensor? other) => other is null ? one : one.logical_or(other);

            static Tensor Passing(Tensor g, Tensor where) => Pointwise.Select(where, g, PlainNumber(0));
        }

        /// <inheritdoc cref="clamp(Scalar?, Scalar?)"/>
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        /// <summary>Each element, at most a number.</summary>
        /// <param name="max">The upper bound.</param>
        /// <returns>A new tensor.</returns>
        public Tensor clamp_max(Scalar max) => clamp(null, max);

        /// <summary>Each element, at least a number.</summary>
        /// <param name="min">The lower bound.</param>
        /// <returns>A new tensor.</returns>
        public Tensor clamp_min(Scalar min) => clamp(min, null);

        /// <summary>Where the gradient passes: not outside the bounds, and not where there is no number.</summary>
        private static Tensor Inside(Tensor x, Scalar? min, Scalar? max) =>
            min is null ? x.le(max!) : max is null ? x.ge(min) : x.ge(min).logical_and(x.le(max));

        private static Tensor Inside(Tensor x, Tensor? min, Tensor? max) =>
            min is null ? x.le(max!) : max is null ? x.ge(min) : x.ge(min).logical_and(x.le(max));

        /// <summary>The power, with the frequent exponents computed exactly; no history.</summary>
        private Tensor RaisedTo(Scalar exponent, ScalarType type)
        {
            if (type.IsFloatingPoint())
            {
                using var x = Operand.Of(this, type);
                switch (exponent.ToDouble())
                {
                    case 0.5: return Pointwise.Map<Sqrt>(x);
                    case 1: return Converted(type);
                    case 2: return Pointwise.MapNumbers<Square>(x);
                    case -1: return Pointwise.Map<Reciprocal>(x);
                    default: break;
                }
            }

            return Pointwise.Combine<Power>(this, PlainNumber(exponent), type);
        }

        private Tensor Extremum<TFunction>(string name, Tensor other, Func<Tensor, Tensor, Tensor> loses)
            where TFunction : IBinaryFunction
        {
            var result = Pointwise.Combine<TFunction>(this, other);
            if (GradientNode.Begin(name, this, other) is { } node)
            {
                var (left, right) = (node.Save(this), node.Save(other));
                node.Input(this, g => Share(g, left.Value, right.Value)).Input(other, g => Share(g, right.Value, left.Value)).Output(result);
            }

            return result;

            // Both get the whole gradient where one of them is not a number, as in PyTorch.
            Tensor Share(Tensor g, Tensor mine, Tensor theirs) =>
                Pointwise.Select(loses(mine, theirs), PlainNumber(0), Pointwise.Select(mine.eq(theirs), g.mul(0.5), g));
        }
    }
}
