using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>By how much the scores of wrong classes come closer than a margin to the right one's.</summary>
    public sealed class MultiMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the module.</summary>
        /// <param name="p">The power, 1 or 2.</param>
        /// <param name="margin">The distance that costs nothing.</param>
        /// <param name="weight">A weight for each class; all count alike when null.</param>
        /// <param name="reduction">What becomes of the losses of the single examples.</param>
        public MultiMarginLoss(
            int p = 1, double margin = 1, Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
            : base(nameof(MultiMarginLoss), weight, reduction) =>
            (this.p, this.margin) = (p, margin);

        /// <summary>The power, 1 or 2.</summary>
        public int p { get; }

        /// <summary>The distance that costs nothing.</summary>
        public double margin { get; }

        /// <inheritdoc/>
        /// <param name="input">Scores: examples × classes, or the classes of one example.</param>
        /// <param name="target">Classes, Int64: one an example.</param>
        /// <returns>One number, or without reduction one an example.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.multi_margin_loss(input, target, p, margin, weight, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module that computes by how much the scores of wrong classes come closer than a margin to the right one's.
            /// </summary>
            /// <param name="p">The power, 1 or 2.</param>
            /// <param name="margin">The distance that costs nothing.</param>
            /// <param name="weight">A weight for each class; all count alike when null.</param>
            /// <param name="reduction">What becomes of the losses of the single examples.</param>
            /// <returns>The module.</returns>
            public static Modules.MultiMarginLoss MultiMarginLoss(
                int p = 1, double margin = 1, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(p, margin, weight, reduction);
        }
    }
}
