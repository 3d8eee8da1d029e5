using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The logistic loss log(1 + e^(−tx)) of scores x and answers t = ±1.</summary>
    public sealed class SoftMarginLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the module.</summary>
        /// <param name="reduction">What becomes of the single losses.</param>
        public SoftMarginLoss(nn.Reduction reduction = nn.Reduction.Mean)
            : base(nameof(SoftMarginLoss), reduction)
        {
        }

        /// <inheritdoc/>
        /// <param name="input">Scores.</param>
        /// <param name="target">Answers, 1 or −1, of the same shape.</param>
        /// <returns>One number, or without reduction the shape of the input.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.soft_margin_loss(input, target, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module: the logistic loss log(1 + e^(−tx)) of scores x and answers t = ±1.
            /// </summary>
            /// <param name="reduction">What becomes of the single losses.</param>
            /// <returns>The module.</returns>
            public static Modules.SoftMarginLoss SoftMarginLoss(Reduction reduction = Reduction.Mean) =>
                new(reduction);

            public static partial class functional
            {
                /// <summary>The logistic loss log(1 + e^(−tx)) of scores x and answers t = ±1.</summary>
                /// <param name="input">Scores.</param>
                /// <param name="target">Answers, 1 or −1, of the same shape.</param>
                /// <param name="reduction">What becomes of the single losses.</param>
                /// <returns>One number, or without reduction the shape of the input.</returns>
                public static Tensor soft_margin_loss(
                    Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                    Composite.Of(() => Reduced(target.neg().mul(input).LogOnePlusExp(), reduction));
            }
        }
    }
}
