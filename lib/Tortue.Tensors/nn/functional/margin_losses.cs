using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// By how much the scores of wrong classes come closer than a margin to the right one's (hinge loss of several classes):
            /// Σ_{j ≠ y} max(0, margin − x_y + x_j)ᵖ / classes.
            /// </summary>
            /// <param name="input">Scores: examples × classes, or the classes of one example.</param>
            /// <param name="target">Classes, Int64: one an example.</param>
            /// <param name="p">The power, 1 or 2.</param>
            /// <param name="margin">The distance that costs nothing.</param>
            /// <param name="weight">A weight for each class; all count alike when null.</param>
            /// <param name="reduction">What becomes of the losses of the single examples.</param>
            /// <returns>One number, or without reduction one an example.</returns>
            public static Tensor multi_margin_loss(
                Tensor input, Tensor target, int p = 1, double margin = 1, Tensor? weight = null,
                Reduction reduction = Reduction.Mean) => Composite.Of(() =>
            {
                if (p is not (1 or 2))
                    throw TorchError.Because("only p == 1 and p == 2 supported");
                if (input.Rank is not (1 or 2) || input.Count == 0)
                    throw TorchError.Because($"Expected non-empty vector or matrix but got: {Shapes.Text(input.Sizes)}");

                var scores = input.Rank == 1 ? input.unsqueeze(0) : input;
                var classes = scores.Sizes[1];
                if (target.Count != scores.Sizes[0] || target.Rank > 1)
                    throw TorchError.Because($"inconsistent target size, got: {Shapes.Text(target.Sizes)}");
                if (weight is not null && weight.Count != classes)
                    throw TorchError.Because($"inconsistent weight size, got: {Shapes.Text(weight.Sizes)}");

                var column = target.reshape(-1, 1);
                if (column.lt(0).logical_or(column.ge(classes)).any().item<bool>())
                    throw TorchError.Because("target out of range");

                var excess = scores.sub(scores.gather(1, column)).add(margin).relu();
                if (p == 2)
                    excess = excess.square();
                if (weight is not null)
                    excess = excess.mul(weight.index_select(0, column.reshape(-1)).unsqueeze(1));
                var losses = excess.masked_fill(arange(classes).eq(column), 0).sum(1).div(classes);
                return Reduced(losses.reshape(target.Sizes), reduction);
            });

            /// <summary>
            /// By how much the distance to a negative example fails to exceed that to a positive one by a margin:
            /// max(0, ‖a − p‖ − ‖a − n‖ + margin), along the last dimension.
            /// </summary>
            /// <param name="anchor">a: examples × features, or one example's features.</param>
            /// <param name="positive">p: what is to lie close, of the same shape.</param>
            /// <param name="negative">n: what is to lie far, of the same shape.</param>
            /// <param name="margin">The difference that costs nothing.</param>
            /// <param name="p">The order of the norm.</param>
            /// <param name="eps">Is added to each difference, so that the norm has a gradient at zero.</param>
            /// <param name="swap">Whether ‖p − n‖ counts where it is smaller than ‖a − n‖ (Balntas et al., 2016).</param>
            /// <param name="reduction">What becomes of the losses of the single examples.</param>
            /// <returns>One number, or without reduction one an example.</returns>
            public static Tensor triplet_margin_loss(
                Tensor anchor, Tensor positive, Tensor negative, double margin = 1, long p = 2, double eps = 1e-06, bool swap = false,
                Reduction reduction = Reduction.Mean)
            {
                if (anchor.Rank != positive.Rank || anchor.Rank != negative.Rank)
                {
                    throw TorchError.Because("The anchor, positive, and negative tensors are expected to have the same number of " +
                        $"dimensions, but got: anchor {anchor.Rank}D, positive {positive.Rank}D, and negative {negative.Rank}D inputs");
                }

                return Composite.Of(() =>
                {
                    var far = Distance(anchor, negative);
                    if (swap)
                        far = far.minimum(Distance(positive, negative));
                    return Reduced(Distance(anchor, positive).sub(far).add(margin).relu(), reduction);
                });

                Tensor Distance(Tensor x, Tensor y) => x.sub(y).add(eps).norm(-1, false, p);
            }
        }
    }
}
