using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Squares of small differences, d² / 2, and absolute values of large ones, δ (d − δ/2) (Huber, 1964).</summary>
    public sealed class HuberLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the module.</summary>
        /// <param name="delta">δ, the difference at which one turns into the other; positive.</param>
        /// <param name="reduction">What becomes of the single losses.</param>
        public HuberLoss(double delta = 1, nn.Reduction reduction = nn.Reduction.Mean)
            : base(nameof(HuberLoss), reduction) =>
            this.delta = delta;

        /// <summary>δ, the difference at which one turns into the other; positive.</summary>
        public double delta { get; }

        /// <inheritdoc/>
        /// <param name="input">The prediction.</param>
        /// <param name="target">The target.</param>
        /// <returns>One number, or without reduction the shape of the input.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.huber_loss(input, target, delta, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module: squares of small differences, d² / 2, and absolute values of large ones, δ (d − δ/2) (Huber, 1964).
            /// </summary>
            /// <param name="delta">δ, the difference at which one turns into the other; positive.</param>
            /// <param name="reduction">What becomes of the single losses.</param>
            /// <returns>The module.</returns>
            public static Modules.HuberLoss HuberLoss(double delta = 1, Reduction reduction = Reduction.Mean) =>
                new(delta, reduction);

            public static partial class functional
            {
                /// <summary>Squares of small differences, d² / 2, and absolute values of large ones, δ (d − δ/2) (Huber, 1964).</summary>
                /// <param name="input">The prediction.</param>
                /// <param name="target">The target.</param>
                /// <param name="delta">δ, the difference at which one turns into the other; positive.</param>
                /// <param name="reduction">What becomes of the single losses.</param>
                /// <returns>One number, or without reduction the shape of the input.</returns>
                public static Tensor huber_loss(
                    Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean)
                {
                    if (delta <= 0)
                        throw TorchError.Because("huber_loss does not support non-positive values for delta.");
                    return Composite.Of(
                        () => Reduced(smooth_l1_loss(input, target, Reduction.None, delta).mul(delta), reduction));
                }
            }
        }
    }
}
