using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The negative logarithm of the normal density of a target: ½ (log σ² + (x − t)² / σ²).</summary>
    public sealed class GaussianNLLLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the module.</summary>
        /// <param name="full">Whether the constant ½ log 2π is added.</param>
        /// <param name="eps">The smallest variance that counts.</param>
        /// <param name="reduction">What becomes of the single losses.</param>
        public GaussianNLLLoss(bool full = false, float eps = 1e-8f, nn.Reduction reduction = nn.Reduction.Mean)
            : base(nameof(GaussianNLLLoss), reduction) =>
            (this.full, this.eps) = (full, eps);

        /// <summary>Whether the constant ½ log 2π is added.</summary>
        public bool full { get; }

        /// <summary>The smallest variance that counts.</summary>
        public float eps { get; }

        /// <inheritdoc/>
        /// <param name="input">x: means.</param>
        /// <param name="target">t: the targets.</param>
        /// <param name="variance">σ², of the same shape, or one for each example.</param>
        /// <returns>One number, or without reduction the shape of the input.</returns>
        public override Tensor forward(Tensor input, Tensor target, Tensor variance) =>
            nn.functional.gaussian_nll_loss(input, target, variance, full, eps, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module: the negative logarithm of the normal density of a target: ½ (log σ² + (x − t)² / σ²).
            /// </summary>
            /// <param name="full">Whether the constant ½ log 2π is added.</param>
            /// <param name="eps">The smallest variance that counts.</param>
            /// <param name="reduction">What becomes of the single losses.</param>
            /// <returns>The module.</returns>
            public static Modules.GaussianNLLLoss GaussianNLLLoss(
                bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                new(full, eps, reduction);

            public static partial class functional
            {
                /// <summary>The negative logarithm of the normal density of a target: ½ (log σ² + (x − t)² / σ²).</summary>
                /// <param name="input">x: means.</param>
                /// <param name="target">t: the targets.</param>
                /// <param name="variance">σ², of the same shape, or one for each example.</param>
                /// <param name="full">Whether the constant ½ log 2π is added.</param>
                /// <param name="eps">The smallest variance that counts.</param>
                /// <param name="reduction">What becomes of the single losses.</param>
                /// <returns>One number, or without reduction the shape of the input.</returns>
                public static Tensor gaussian_nll_loss(
                    Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f,
                    Reduction reduction = Reduction.Mean) => Composite.Of(() =>
                {
                    if (!Shapes.Same(variance.Sizes, input.Sizes) && Shapes.Same(variance.Sizes, input.Sizes[..^1]))
                        variance = variance.unsqueeze(-1);
                    if (variance.lt(0).any().item<bool>())
                        throw new ArgumentException("var has negative entry/entries");

                    // Too small variances count as eps, and get a gradient all the same, as in PyTorch.
                    var floor = variance.detach().clamp_min(eps);
                    var spread = variance.add(floor.sub(variance.detach()));
                    var losses = spread.log().add(input.sub(target).square().div(spread)).mul(0.5);
                    return Reduced(full ? losses.add(0.5 * Math.Log(2 * Math.PI)) : losses, reduction);
                });
            }
        }
    }
}
