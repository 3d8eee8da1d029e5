using Tortue.Tensors;
using Tortue.Tensors.Autograd;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The negative logarithm of the probability given to the right one of two answers.</summary>
    public sealed class BCELoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the module.</summary>
        /// <param name="weight">Factors that are broadcast to the input's shape; all count alike when null.</param>
        /// <param name="reduction">What becomes of the single losses.</param>
        public BCELoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
            : base(nameof(BCELoss), weight, reduction)
        {
        }

        /// <inheritdoc/>
        /// <param name="input">Probabilities, 0 to 1.</param>
        /// <param name="target">0, 1, or a probability, of the same shape.</param>
        /// <returns>One number, or without reduction the shape of the input.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.binary_cross_entropy(input, target, weight, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module that computes the negative logarithm of the probability given to the right one of two answers;
            /// <see cref="BCEWithLogitsLoss"/> keeps more digits.
            /// </summary>
            /// <param name="weight">Factors that are broadcast to the input's shape; all count alike when null.</param>
            /// <param name="reduction">What becomes of the single losses.</param>
            /// <returns>The module.</returns>
            public static Modules.BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            public static partial class functional
            {
                /// <summary>
                /// The negative logarithm of the probability given to the right one of two answers: −w (t log x + (1 − t) log(1 − x)),
                /// where no logarithm counts as less than −100.
                /// </summary>
                /// <param name="input">x: probabilities, 0 to 1.</param>
                /// <param name="target">t: 0, 1, or a probability, of the same shape.</param>
                /// <param name="weight">w: factors that are broadcast to the shape; all count alike when null.</param>
                /// <param name="reduction">What becomes of the single losses.</param>
                /// <returns>One number, or without reduction the shape of the input.</returns>
                public static Tensor binary_cross_entropy(
                    Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
                {
                    if (!Shapes.Same(input.Sizes, target.Sizes))
                    {
                        throw TorchError.Because($"Using a target size ({Shapes.Text(target.Sizes)}) that is different to the input size " +
                            $"({Shapes.Text(input.Sizes)}) is deprecated. Please ensure they have the same size.");
                    }

                    return Composite.Of(() =>
                    {
                        if (input.lt(0).logical_or(input.gt(1)).any().item<bool>())
                            throw TorchError.Because("all elements of input should be between 0 and 1");

                        var losses = BinaryEntropy(input, target);
                        return Reduced(weight is null ? losses : losses.mul(weight), reduction);
                    });
                }

                private static Tensor BinaryEntropy(Tensor input, Tensor target)
                {
                    var (x, t) = (input.detach(), target.detach());
                    var (yes, no) = (x.log().clamp_min(-100), x.neg().log1p().clamp_min(-100));
                    var result = t.sub(1).mul(no).sub(t.mul(yes));
                    if (GradientNode.Begin("BinaryCrossEntropyBackward0", input, target) is { } node)
                    {
                        var (savedInput, savedTarget) = (node.Save(input), node.Save(target));
                        var (logYes, logNo) = (node.Save(yes, target.requires_grad), node.Save(no, target.requires_grad));
                        node.Input(input, g =>
                        {
                            var p = savedInput.Value;
                            return g.mul(p.sub(savedTarget.Value)).div(p.neg().add(1).mul(p).clamp_min(1e-12));
                        }).Input(target, g => g.mul(logNo.Value.sub(logYes.Value))).Output(result);
                    }

                    return result;
                }
            }
        }
    }
}
