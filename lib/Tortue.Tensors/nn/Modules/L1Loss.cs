using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The absolute value of the difference of each element and its target.</summary>
    public sealed class L1Loss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the module.</summary>
        /// <param name="reduction">What becomes of the losses of the single examples.</param>
        public L1Loss(
            nn.Reduction reduction = nn.Reduction.Mean)
            : base(nameof(L1Loss), reduction)
        {
        }

        /// <inheritdoc/>
        /// <param name="input">The prediction.</param>
        /// <param name="target">The target, of the same shape.</param>
        /// <returns>One number, or without reduction the shape of the input.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.l1_loss(input, target, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes the absolute value of the difference of each element and its target.</summary>
            /// <param name="reduction">What becomes of the losses of the single examples.</param>
            /// <returns>The module.</returns>
            public static Modules.L1Loss L1Loss(
                Reduction reduction = Reduction.Mean) =>
                new(reduction);
        }
    }
}
