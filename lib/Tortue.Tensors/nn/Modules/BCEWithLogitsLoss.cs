using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// The negative logarithm of the probability that the logistic function of a score gives to the right one of two answers.
    /// </summary>
    public sealed class BCEWithLogitsLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the module.</summary>
        /// <param name="weight">Factors that are broadcast to the input's shape; all count alike when null.</param>
        /// <param name="reduction">What becomes of the losses of the single examples.</param>
        /// <param name="pos_weights">Factors of the answer 1, broadcast to the shape; 1 when null.</param>
        public BCEWithLogitsLoss(
            Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean, Tensor? pos_weights = null)
            : base(nameof(BCEWithLogitsLoss), weight, reduction) =>
            this.pos_weights = pos_weights;

        /// <summary>Factors of the answer 1; null for none.</summary>
        public Tensor? pos_weights { get; }

        /// <inheritdoc/>
        /// <param name="input">Scores of any shape.</param>
        /// <param name="target">0, 1, or a probability, of the same shape.</param>
        /// <returns>One number, or without reduction the shape of the input.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module that computes the negative logarithm of the probability that the logistic function of a score gives to the
            /// right one of two answers.
            /// </summary>
            /// <param name="weight">Factors that are broadcast to the input's shape; all count alike when null.</param>
            /// <param name="reduction">What becomes of the losses of the single examples.</param>
            /// <param name="pos_weights">Factors of the answer 1, broadcast to the shape; 1 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.BCEWithLogitsLoss BCEWithLogitsLoss(
                Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                new(weight, reduction, pos_weights);
        }
    }
}
