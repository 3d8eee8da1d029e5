using Tortue.Tensors;
using Tortue.Tensors.Autograd;
using Tortue.Tensors.Kernels;
using static TorchSharp.Modules.GELU;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>x · Φ(x), where Φ is the distribution function of the normal distribution (Hendrycks and Gimpel, 2016).</summary>
        /// <returns>A new tensor.</returns>
        public Tensor gelu() => gelu(Approximate.none);

        /// <summary>x · Φ(x), where Φ is the distribution function of the normal distribution (Hendrycks and Gimpel, 2016).</summary>
        /// <param name="approximate">Whether Φ is computed exactly, or by ½ (1 + tanh(√(2/π) (x + 0.044715 x³))).</param>
        /// <returns>A new tensor.</returns>
        public Tensor gelu(Approximate approximate)
        {
            if (!is_floating_point())
                throw NotImplementedFor("GeluKernelImpl");
            if (approximate == Approximate.none)
                return Gated<NormalGate, NormalGateGradient>("GeluBackward0");

            return Composite.Of(() =>
            {
                var curve = add(pow(3).mul(0.044715)).mul(Math.Sqrt(2 / Math.PI)).tanh();
                return mul(curve.add(1).mul(0.5));
            });
        }

        /// <summary>x / (1 + e⁻ˣ), the sigmoid linear unit, also called swish.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor silu() => !is_floating_point()
            ? throw NotImplementedFor("silu_cpu")
            : Gated<SigmoidGate, SigmoidGateGradient>("SiluBackward0");

        /// <summary>log(1 + e^(βx)) / β: a smooth rectifier.</summary>
        /// <param name="beta">β, how sharply it bends.</param>
        /// <param name="threshold">Above this value of βx the result is x itself.</param>
        /// <returns>A new tensor.</returns>
        public Tensor softplus(double beta = 1, double threshold = 20)
        {
            if (!is_floating_point())
                throw NotImplementedFor("softplus_cpu");

            // Above 16 the smooth part is less than half a unit of a float32's last place: there is nothing to choose.
            if (beta == 1 && threshold >= 17 && dtype == ScalarType.Float32)
                return LogOnePlusExp();

            return Composite.Of(() =>
            {
                var scaled = beta == 1 ? this : mul(beta);
                var smooth = scaled.LogOnePlusExp();
                return where(scaled.detach().gt(threshold), beta == 1 ? smooth : smooth.div(beta));
            });
        }

        /// <summary>x where it is positive, and α (eˣ − 1) elsewhere (Clevert et al., 2015).</summary>
        /// <param name="alpha">α: the limit at minus infinity, negated.</param>
        /// <returns>A new tensor.</returns>
        public Tensor elu(double alpha = 1)
        {
            if (!is_floating_point())
                throw NotImplementedFor("elu_cpu");

            var result = Pointwise.Combine<MappedPair<ExponentialRectifier>>(this, (Scalar)alpha);
            if (GradientNode.Begin("EluBackward0", this) is { } node)
            {
                var x = node.Save(this);
                node.Input(this, g => g.mul(Pointwise.Combine<MappedPair<ExponentialRectifierSlope>>(x.Value, (Scalar)alpha)))
                    .Output(result);
            }

            return result;
        }

        /// <summary>s x where x is positive, and s α (e^(cx) − 1) elsewhere.</summary>
        /// <param name="alpha">α: the limit at minus infinity, negated and before scaling.</param>
        /// <param name="scale">s, the factor of everything.</param>
        /// <param name="input_scale">c, the factor in the exponent.</param>
        /// <returns>A new tensor.</returns>
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Composite.Of(() =>
        {
            // The clamp keeps the branch that is not taken from overflowing.
            var below = clamp_max(0).mul(input_scale).expm1().mul(alpha);
            return where(detach().gt(0), below).mul(scale);
        });

        /// <summary>x where it is positive, and a learnt multiple of x elsewhere (He et al., 2015).</summary>
        /// <param name="target">The multiples: one for all, or one for each size of the second dimension.</param>
        /// <returns>A new tensor.</returns>
        public Tensor prelu(Tensor target)
        {
            var channels = Rank < 2 ? 1 : _sizes[1];
            if (target.Rank > 1)
                throw TorchError.Because($"prelu: Expected `weight` to be a scalar or 1D tensor, but got: ndim = {target.Rank}");
            if (target.Count != 1 && target.Count != channels)
            {
                throw TorchError.Because("Mismatch of parameter numbers and input channel size. Found parameter numbers = " +
                    $"{target.Count} and channel size = {channels}.");
            }

            return Composite.Of(() =>
            {
                var slopes = target.Count == 1 ? target.reshape([]) : target.reshape([-1, .. Enumerable.Repeat(1L, Rank - 2)]);
                return where(detach().gt(0), mul(slopes));
            });
        }

        /// <inheritdoc cref="gelu()"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor gelu_() => Become(static x => x.gelu());

        /// <inheritdoc cref="gelu(Approximate)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor gelu_(Approximate approximate) => Become(x => x.gelu(approximate));

        /// <inheritdoc cref="silu"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor silu_() => Become(static x => x.silu());

        /// <inheritdoc cref="elu(double)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor elu_(double alpha = 1) => Become(x => x.elu(alpha));

        /// <inheritdoc cref="elu(Scalar, Scalar, Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => Become(x => x.elu(alpha, scale, input_scale));

        /// <summary>x / (1 + |x|), in place where that is wanted.</summary>
        internal Tensor Softsign(bool inplace) =>
            inplace ? Become(static x => x.Softsign(inplace: false)) : Composite.Of(() => div(abs().add(1)));

        /// <summary>log(1 + eˣ) without overflow: max(x, 0) + log(1 + e^(−|x|)). Its derivative is the logistic function.</summary>
        internal Tensor LogOnePlusExp() => Gated<SmoothRectifier, SmoothRectifierGradient>("SoftplusBackward0");

        /// <summary>A function whose gradient is computed from the incoming one and the argument, each in one pass over memory.</summary>
        private Tensor Gated<TFunction, TGradient>(string name)
            where TFunction : ILaneFunction, IDoubleFunction
            where TGradient : ILanePairFunction, IDoublePairFunction =>
            Unary<Mapped<TFunction>>(name, Saves.Input, static (g, x) => Pointwise.Combine<MappedPair<TGradient>>(g, x));
    }
}
