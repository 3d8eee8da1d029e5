using System.Runtime.InteropServices;
using Tortue.Tensors;
using Tortue.Tensors.Autograd;
using Tortue.Tensors.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>What a derivative reads besides the incoming gradient.</summary>
        private enum Saves
        {
            Input,
            Result,
        }

        /// <summary>The absolute value of each element; its derivative at zero is taken as zero.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor abs() =>
            CheckedNumber("abs_cpu").Number<Abs>("AbsBackward0", static (g, x) => g.mul(Pointwise.MapNumbers<SignOf>(x)));

        /// <inheritdoc cref="abs"/>
        public Tensor absolute() => abs();

        /// <summary>The square of each element.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor square() => dtype == ScalarType.Bool
            ? to_type(ScalarType.Int64)
            : Number<Square>("PowBackward0", static (g, x) => g.mul(x).mul(2));

        /// <summary>The sign of each element: −1, 0 or 1. Its gradient is zero.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor sign() => dtype == ScalarType.Bool
            ? clone()
            : WithoutSlope("SignBackward0", Pointwise.MapNumbers<SignOf>(this));

        /// <summary>Each element rounded towards minus infinity. Its gradient is zero.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor floor() =>
            is_floating_point()
                ? WithoutSlope("FloorBackward0", Pointwise.Map<Floor>(this))
                : CheckedNumber("floor_vml_cpu").clone();

        /// <summary>Each element rounded towards plus infinity. Its gradient is zero.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor ceil() =>
            is_floating_point()
                ? WithoutSlope("CeilBackward0", Pointwise.Map<Ceiling>(this))
                : CheckedNumber("ceil_vml_cpu").clone();

        /// <summary>Each element rounded towards zero. Its gradient is zero.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor trunc() =>
            is_floating_point()
                ? WithoutSlope("TruncBackward0", Pointwise.Map<Truncate>(this))
                : CheckedNumber("trunc_vml_cpu").clone();

        /// <summary>Each element rounded to so many decimals, halves to the even neighbour. Its gradient is zero.</summary>
        /// <param name="decimals">Digits after the decimal point; negative values round to tens, hundreds and so on.</param>
        /// <returns>A new tensor.</returns>
        public Tensor round(long decimals = 0)
        {
            if (!is_floating_point())
                return decimals == 0 ? CheckedNumber("round_vml_cpu").clone() : throw NotImplementedFor("round_cpu");
            if (decimals == 0)
                return WithoutSlope("RoundBackward0", Pointwise.Map<Round>(this));

            var scale = Math.Pow(10, Math.Abs(decimals));
            return Composite.Of(() => decimals > 0 ? mul(scale).round().div(scale) : div(scale).round().mul(scale));
        }

        /// <summary>The hyperbolic tangent of each element.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor tanh() => Unary<Tanh>("TanhBackward0", Saves.Result, static (g, y) => Pointwise.Combine<Fused<TanhGradient>>(g, y));

        /// <summary>The logistic function 1/(1 + e⁻ˣ) of each element.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor sigmoid() =>
            Unary<Sigmoid>("SigmoidBackward0", Saves.Result, static (g, y) => Pointwise.Combine<Fused<SigmoidGradient>>(g, y));

        /// <summary>The larger one of each element and zero; its derivative at zero is taken as zero.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor relu()
        {
            if (dtype == ScalarType.Bool)
                throw TorchError.Because("Boolean inputs not supported for relu");
            var result = Pointwise.MapNumbers<Rectify>(this);
            if (GradientNode.Begin("ReluBackward0", this) is { } node)
            {
                var y = node.Save(result);
                node.Input(this, g => Pointwise.Combine<Fused<RectifierGradient>>(g, y.Value)).Output(result);
            }

            return result;
        }

        /// <summary>Each element where it is positive, and a slope times it elsewhere.</summary>
        /// <param name="negative_slope">The slope, customarily 0.01.</param>
        /// <returns>A new tensor.</returns>
        public Tensor leaky_relu(Scalar negative_slope)
        {
            if (!is_floating_point())
                throw NotImplementedFor("leaky_relu_cpu");
            var slope = PlainNumber(negative_slope);
            var result = Pointwise.Combine<Fused<LeakyRectifier>>(this, slope, dtype);
            if (GradientNode.Begin("LeakyReluBackward0", this) is { } node)
            {
                var x = node.Save(this);
                node.Input(this, g => g.mul(Pointwise.Combine<Fused<LeakyRectifierSlope>>(x.Value, slope, x.Value.dtype))).Output(result);
            }

            return result;
        }

        /// <summary>This tensor, refused when it holds truth values.</summary>
        private Tensor CheckedNumber(string kernel) => dtype == ScalarType.Bool ? throw NotImplementedFor(kernel) : this;

        /// <summary>What PyTorch says when an operation does not exist for an element type.</summary>
        private ExternalException NotImplementedFor(string kernel) =>
            TorchError.Because($"\"{kernel}\" not implemented for '{ScalarTypes.ShortName(dtype)}'");

        /// <summary>Records an operation whose gradient is zero; nothing need be kept for it.</summary>
        private Tensor WithoutSlope(string name, Tensor result) =>
            GradientNode.Begin(name, this)?.Input(this, static g => g.zeros_like()).Output(result) ?? result;

        private Tensor Unary<TFunction>(string name, Saves saves, Func<Tensor, Tensor, Tensor> derivative)
            where TFunction : IUnaryFunction
        {
            var result = Pointwise.Map<TFunction>(this);
            if (GradientNode.Begin(name, this) is { } node)
            {
                var saved = node.Save(saves == Saves.Input ? this : result);
                node.Input(this, g => derivative(g, saved.Value)).Output(result);
            }

            return result;
        }

        private Tensor Number<TFunction>(string name, Func<Tensor, Tensor, Tensor> derivative)
            where TFunction : INumberFunction
        {
            var result = Pointwise.MapNumbers<TFunction>(this);
            if (GradientNode.Begin(name, this) is { } node)
            {
                var saved = node.Save(this);
                node.Input(this, g => derivative(g, saved.Value)).Output(result);
            }

            return result;
        }
    }
}
