using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The Kullback-Leibler divergence of a target from a prediction, element by element.</summary>
    public sealed class KLDivLoss : Loss<Tensor, Tensor, Tensor>
    {
        /// <summary>Makes the module.</summary>
        /// <param name="log_target">Whether the target's logarithm is given (here the default, other than in Python).</param>
        /// <param name="reduction">What becomes of the losses of the single examples.</param>
        public KLDivLoss(
            bool log_target = true, nn.Reduction reduction = nn.Reduction.Mean)
            : base(nameof(KLDivLoss), reduction) =>
            this.log_target = log_target;

        /// <summary>Whether the target's logarithm is given.</summary>
        public bool log_target { get; }

        /// <inheritdoc/>
        /// <param name="input">Logarithms of probabilities.</param>
        /// <param name="target">Probabilities or their logarithms, of the same shape.</param>
        /// <returns>One number, or without reduction the shape of the input.</returns>
        public override Tensor forward(Tensor input, Tensor target) =>
            nn.functional.kl_div(input, target, log_target, reduction);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes the Kullback-Leibler divergence of a target from a prediction, element by element.</summary>
            /// <param name="log_target">Whether the target's logarithm is given (here the default, other than in Python).</param>
            /// <param name="reduction">What becomes of the losses of the single examples.</param>
            /// <returns>The module.</returns>
            public static Modules.KLDivLoss KLDivLoss(
                bool log_target = true, Reduction reduction = Reduction.Mean) =>
                new(log_target, reduction);
        }
    }
}
