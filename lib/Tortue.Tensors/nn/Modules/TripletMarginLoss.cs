using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>By how much the distance to a negative example fails to exceed that to a positive one by a margin.</summary>
    public sealed class TripletMarginLoss : Loss<Tensor, Tensor, Tensor, Tensor>
    {
        private readonly double _eps;
        private readonly bool _swap;

        /// <summary>Makes the module.</summary>
        /// <param name="margin">The difference that costs nothing.</param>
        /// <param name="p">The order of the norm.</param>
        /// <param name="eps">Is added to each difference, so that the norm has a gradient at zero.</param>
        /// <param name="swap">Whether the distance between the two counts where it is smaller than that of anchor and negative.</param>
        /// <param name="reduction">What becomes of the losses of the single examples.</param>
        public TripletMarginLoss(
            double margin = 1, long p = 2, double eps = 1e-06, bool swap = false, nn.Reduction reduction = nn.Reduction.Mean)
            : base(nameof(TripletMarginLoss), reduction) =>
            (this.margin, this.p, _eps, _swap) = (margin, p, eps, swap);

        /// <summary>The difference that costs nothing.</summary>
        public double margin { get; }

        /// <summary>The order of the norm.</summary>
        public long p { get; }

        /// <inheritdoc/>
        /// <param name="anchor">Examples × features, or one example's features.</param>
        /// <param name="positive">What is to lie close, of the same shape.</param>
        /// <param name="negative">What is to lie far, of the same shape.</param>
        /// <returns>One number, or without reduction one an example.</returns>
        public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
            nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, _eps, _swap, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module that computes by how much the distance to a negative example fails to exceed that to a positive one by a margin.
            /// </summary>
            /// <param name="margin">The difference that costs nothing.</param>
            /// <param name="p">The order of the norm.</param>
            /// <param name="eps">Is added to each difference, so that the norm has a gradient at zero.</param>
            /// <param name="swap">Whether the distance between the two counts where it is smaller than that of anchor and negative.</param>
            /// <param name="reduction">What becomes of the losses of the single examples.</param>
            /// <returns>The module.</returns>
            public static Modules.TripletMarginLoss TripletMarginLoss(
                double margin = 1, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
                new(margin, p, eps, swap, reduction);
        }
    }
}
