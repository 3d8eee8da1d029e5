using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Squares of small differences, d² / 2β, and absolute values of large ones, d − β/2 (Huber's loss by β).</summary>
            /// <param name="input">The prediction.</param>
            /// <param name="target">The target.</param>
            /// <param name="reduction">What becomes of the single values.</param>
            /// <param name="beta">β, the difference at which one turns into the other; not negative.</param>
            /// <returns>One number, or without reduction the shape of the input.</returns>
            public static Tensor smooth_l1_loss(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1)
            {
                if (beta < 0)
                    throw TorchError.Because("smooth_l1_loss does not support negative values for beta.");
                if (beta == 0)
                    return l1_loss(input, target, reduction);

                return Composite.Of(() =>
                {
                    var distance = input.sub(target).abs();
                    var small = distance.square().div(2 * beta);
                    return Reduced(small.where(distance.detach().lt(beta), distance.sub(0.5 * beta)), reduction);
                });
            }

            /// <summary>
            /// The negative logarithm of the probability that the logistic function of a score gives to the right one of two answers:
            /// −w (c t log σ(x) + (1 − t) log(1 − σ(x))).
            /// </summary>
            /// <param name="input">x: scores of any shape.</param>
            /// <param name="target">t: 0, 1, or a probability, of the same shape.</param>
            /// <param name="weight">w: factors that are broadcast to the shape; all count alike when null.</param>
            /// <param name="reduction">What becomes of the single losses.</param>
            /// <param name="pos_weights">c: factors of the answer 1, broadcast to the shape; 1 when null.</param>
            /// <returns>One number, or without reduction the shape of the input.</returns>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                if (!Shapes.Same(input.Sizes, target.Sizes))
                {
                    throw new ArgumentException(
                        $"Target size ({Shapes.Text(target.Sizes)}) must be the same as input size " +
                        $"({Shapes.Text(input.Sizes)})", nameof(target));
                }

                return Composite.Of(() =>
                {
                    // −log σ(x) = log(1 + e⁻ˣ), and −log(1 − σ(x)) is x more.
                    var surprise = input.neg().LogOnePlusExp();
                    if (pos_weights is not null)
                        surprise = surprise.mul(pos_weights.sub(1).mul(target).add(1));
                    var losses = input.mul(target.neg().add(1)).add(surprise);
                    return Reduced(weight is null ? losses : losses.mul(weight), reduction);
                });
            }

            /// <summary>
            /// The Kullback-Leibler divergence of a target from a prediction, element by element: t (log t − x). The mean is over all
            /// elements, as in PyTorch: use the sum divided by the number of examples for the divergence of one.
            /// </summary>
            /// <param name="input">x: logarithms of probabilities.</param>
            /// <param name="target">t, or its logarithm.</param>
            /// <param name="log_target">Whether the target's logarithm is given (here the default, other than in Python).</param>
            /// <param name="reduction">What becomes of the single values.</param>
            /// <returns>One number, or without reduction the shape of the input.</returns>
            public static Tensor kl_div(
                Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) => Composite.Of(() =>
            {
                if (log_target)
                    return Reduced(target.exp().mul(target.sub(input)), reduction);

                // 0 log 0 = 0.
                var entropy = target.mul(target.masked_fill(target.detach().eq(0), 1).log());
                return Reduced(entropy.sub(target.mul(input)), reduction);
            });
        }
    }
}
