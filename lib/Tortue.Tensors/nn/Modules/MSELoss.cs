using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The square of the difference of each element and its target.</summary>
    public sealed class MSELoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the module.</summary>
        /// <param name="reduction">What becomes of the single squares.</param>
        public MSELoss(nn.Reduction reduction = nn.Reduction.Mean)
            : base(nameof(MSELoss), reduction)
        {
        }

        /// <inheritdoc/>
        /// <param name="input">The prediction.</param>
        /// <param name="target">The target, of the same shape.</param>
        /// <returns>One number, or without reduction the shape of the input.</returns>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.mse_loss(input, target, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes the mean square of differences.</summary>
            /// <param name="reduction">What becomes of the single squares.</param>
            /// <returns>The module.</returns>
            public static Modules.MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);
        }
    }
}
