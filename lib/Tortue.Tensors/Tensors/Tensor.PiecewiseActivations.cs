using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private const double SeluAlpha = 1.6732632423543772848170429916717;
        private const double SeluScale = 1.0507009873554804934193349852946;

        /// <summary>Each element between two bounds, and these elsewhere; the derivative at the bounds is taken as zero.</summary>
        /// <param name="min">The smallest value.</param>
        /// <param name="max">The largest value.</param>
        /// <returns>A new tensor.</returns>
        public Tensor hardtanh(Scalar min, Scalar max)
        {
            if (max.ToDouble() < min.ToDouble())
                throw TorchError.Because("Max value must be greater than or equal to min value");
            return Composite.Of(() =>
            {
                var x = detach();
                return where(x.gt(min).logical_and(x.lt(max)), x.clamp(min, max));
            });
        }

        /// <summary>Each element between 0 and 6, and these elsewhere.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor relu6() => hardtanh(0, 6);

        /// <summary>x / 6 + 1/2 between 0 and 1: a sigmoid of straight pieces.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor hardsigmoid() => Composite.Of(() => add(3).hardtanh(0, 6).div(6));

        /// <summary>x times the hard sigmoid of x (Howard et al., 2019).</summary>
        /// <returns>A new tensor.</returns>
        public Tensor hardswish() => Composite.Of(() =>
        {
            var x = detach();
            var curve = mul(add(3)).div(6);
            return curve.where(x.ge(-3).logical_and(x.lt(3)), where(x.ge(3), x.mul(0)));
        });

        /// <summary>
        /// 1.0507 times the exponential linear unit of α = 1.6733, which keeps mean 0 and variance 1 (Klambauer et al., 2017).
        /// </summary>
        /// <returns>A new tensor.</returns>
        public Tensor selu() => elu(SeluAlpha, SeluScale, 1);

        /// <summary>x where it is positive, and eˣ − 1 elsewhere.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor celu() => celu(1);

        /// <summary>x where it is positive, and α (e^(x/α) − 1) elsewhere (Barron, 2017).</summary>
        /// <param name="alpha">α: the limit at minus infinity, negated.</param>
        /// <returns>A new tensor.</returns>
        public Tensor celu(Scalar alpha) => alpha.ToDouble() == 0
            ? throw TorchError.Because("ZeroDivisionError: alpha cannot be 0 for CELU")
            : elu(alpha, 1, 1 / alpha.ToDouble());

        /// <summary>x where it exceeds a threshold, and a value elsewhere.</summary>
        /// <param name="threshold">What x has to exceed.</param>
        /// <param name="value">The value elsewhere.</param>
        /// <returns>A new tensor.</returns>
        public Tensor threshold(Scalar threshold, Scalar value) =>
            Composite.Of(() => masked_fill(detach().le(threshold), value));

        /// <summary>The logarithm of the logistic function, −log(1 + e⁻ˣ).</summary>
        /// <returns>A new tensor.</returns>
        public Tensor log_sigmoid() => Composite.Of(() => neg().LogOnePlusExp().neg());

        /// <summary>The first half of a dimension times the logistic function of the second (Dauphin et al., 2016).</summary>
        /// <param name="dim">The dimension, of an even size.</param>
        /// <returns>A tensor with half the dimension.</returns>
        public Tensor glu(long dim = -1)
        {
            if (Rank == 0)
                throw TorchError.Because("glu does not support 0-dimensional tensors");
            var (d, half) = (Shapes.WrapDim(dim, Rank), _sizes[Shapes.WrapDim(dim, Rank)] / 2);
            if (2 * half != _sizes[d])
                throw TorchError.Because($"Halving dimension must be even, but dimension {d} is size {_sizes[d]}");
            return Composite.Of(() => narrow(d, 0, half).mul(narrow(d, half, half).sigmoid()));
        }

        /// <inheritdoc cref="hardtanh"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor hardtanh_(Scalar min, Scalar max) => Become(x => x.hardtanh(min, max));

        /// <inheritdoc cref="relu6"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor relu6_() => Become(static x => x.relu6());

        /// <inheritdoc cref="hardsigmoid"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor hardsigmoid_() => Become(static x => x.hardsigmoid());

        /// <inheritdoc cref="hardswish"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor hardswish_() => Become(static x => x.hardswish());

        /// <inheritdoc cref="selu"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor selu_() => Become(static x => x.selu());

        /// <inheritdoc cref="celu()"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor celu_() => Become(static x => x.celu());

        /// <inheritdoc cref="celu(Scalar)"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor celu_(Scalar alpha) => Become(x => x.celu(alpha));

        /// <inheritdoc cref="threshold"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor threshold_(Scalar threshold, Scalar value) => Become(x => x.threshold(threshold, value));
    }
}
