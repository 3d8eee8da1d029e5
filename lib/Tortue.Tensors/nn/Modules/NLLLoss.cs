using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The negative of the right class's element of logarithms of probabilities.</summary>
    public sealed class NLLLoss : WeightedLoss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the module.</summary>
        /// <param name="weight">A weight for each class; all count alike when null.</param>
        /// <param name="reduction">What becomes of the losses of the single examples.</param>
        public NLLLoss(
            Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
            : base(nameof(NLLLoss), weight, reduction)
        {
        }

        /// <inheritdoc/>
        /// <param name="input">Logarithms: examples × classes (× further dimensions).</param>
        /// <param name="target">Classes, Int64: examples (× further dimensions).</param>
        /// <returns>One number, or without reduction one an example.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.nll_loss(input, target, weight, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes the negative of the right class's element of logarithms of probabilities.</summary>
            /// <param name="weight">A weight for each class; all count alike when null.</param>
            /// <param name="reduction">What becomes of the losses of the single examples.</param>
            /// <returns>The module.</returns>
            public static Modules.NLLLoss NLLLoss(
                Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(weight, reduction);
        }
    }
}
