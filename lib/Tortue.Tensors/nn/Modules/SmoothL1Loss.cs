using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Squares of small differences and absolute values of large ones.</summary>
    public sealed class SmoothL1Loss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the module.</summary>
        /// <param name="reduction">What becomes of the losses of the single examples.</param>
        /// <param name="beta">The difference at which one turns into the other; not negative.</param>
        public SmoothL1Loss(
            nn.Reduction reduction = nn.Reduction.Mean, double beta = 1)
            : base(nameof(SmoothL1Loss), reduction) =>
            this.beta = beta;

        /// <summary>The difference at which one turns into the other.</summary>
        public double beta { get; }

        /// <inheritdoc/>
        /// <param name="input">The prediction.</param>
        /// <param name="target">The target, of the same shape.</param>
        /// <returns>One number, or without reduction the shape of the input.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.smooth_l1_loss(input, target, reduction, beta);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes squares of small differences and absolute values of large ones.</summary>
            /// <param name="reduction">What becomes of the losses of the single examples.</param>
            /// <param name="beta">The difference at which one turns into the other; not negative.</param>
            /// <returns>The module.</returns>
            public static Modules.SmoothL1Loss SmoothL1Loss(
                Reduction reduction = Reduction.Mean, double beta = 1) =>
                new(reduction, beta);
        }
    }
}
