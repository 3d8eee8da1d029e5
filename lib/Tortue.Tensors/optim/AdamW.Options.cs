using Tortue.Tensors.Updates;

namespace TorchSharp.Modules;

public partial class AdamW
{
    /// <summary>The options of a group. What is null is taken from the optimiser's own.</summary>
    public partial class Options : OptimizerOptions
    {
        /// <summary>The decay rate of the running mean of the gradients.</summary>
        public double? beta1;

        /// <summary>The decay rate of the running mean of their squares.</summary>
        public double? beta2;

        /// <summary>What is added to the root, so that nothing is divided by zero.</summary>
        public double? eps;

        /// <summary>How much the parameters shrink in each step, as a share of the learning rate.</summary>
        public double? weight_decay;

        /// <summary>Whether to divide by the root of the largest running mean so far.</summary>
        public bool? amsgrad;

        /// <summary>Whether to climb.</summary>
        public bool? maximize;

        /// <summary>No options yet.</summary>
        public Options()
        {
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var other = (Options)source;
            (beta1, beta2, eps, weight_decay) = (other.beta1, other.beta2, other.eps, other.weight_decay);
            (amsgrad, maximize) = (other.amsgrad, other.maximize);
        }

        internal void FillFrom(Options defaults)
        {
            if (LearningRate is null)
                LearningRate = InitialLearningRate = defaults.LearningRate ?? 0;
            beta1 ??= defaults.beta1;
            beta2 ??= defaults.beta2;
            eps ??= defaults.eps;
            weight_decay ??= defaults.weight_decay;
            amsgrad ??= defaults.amsgrad;
            maximize ??= defaults.maximize;
        }

        internal void Check() => AdamRule.Check(LearningRate, beta1, beta2, eps, weight_decay);

        internal AdamRule Rule() => new(
            LearningRate ?? 0, beta1 ?? 0, beta2 ?? 0, eps ?? 0, weight_decay ?? 0, amsgrad == true, maximize == true, Decoupled: true);
    }
}
