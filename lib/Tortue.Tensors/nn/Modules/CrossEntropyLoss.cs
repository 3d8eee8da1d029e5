using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The negative logarithm of the probability that softmax gives to the right class.</summary>
    public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the module.</summary>
        /// <param name="weight">A weight for each class; all count alike when null.</param>
        /// <param name="ignore_index">Examples with this class count nothing; −100 when null.</param>
        /// <param name="reduction">What becomes of the losses of the single examples.</param>
        /// <param name="label_smoothing">The part of the target's probability that is spread over all classes, 0 to 1.</param>
        public CrossEntropyLoss(
            Tensor? weight = null, long? ignore_index = null, nn.Reduction reduction = nn.Reduction.Mean, double label_smoothing = 0)
            : base(nameof(CrossEntropyLoss), weight, reduction) =>
            (this.ignore_index, this.label_smoothing) = (ignore_index, label_smoothing);

        /// <summary>Examples with this class count nothing; −100 when null.</summary>
        public long? ignore_index { get; }

        /// <summary>The part of the target's probability that is spread over all classes.</summary>
        public double label_smoothing { get; }

        /// <inheritdoc/>
        /// <param name="input">Scores: examples × classes (× further dimensions).</param>
        /// <param name="target">Classes, Int64: examples (× further dimensions); or probabilities, of the scores' shape.</param>
        /// <returns>One number, or without reduction one an example.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.cross_entropy(input, target, weight, ignore_index ?? nn.functional.NoClass, reduction, label_smoothing);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes the negative logarithm of the probability that softmax gives to the right class.</summary>
            /// <param name="weight">A weight for each class; all count alike when null.</param>
            /// <param name="ignore_index">Examples with this class count nothing; −100 when null.</param>
            /// <param name="reduction">What becomes of the losses of the single examples.</param>
            /// <returns>The module.</returns>
            public static Modules.CrossEntropyLoss CrossEntropyLoss(
                Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) =>
                new(weight, ignore_index, reduction);
        }
    }
}
