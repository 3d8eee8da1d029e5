using Tortue.Tensors.Updates;

namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>The options of a group. What is null is taken from the optimiser's own.</summary>
    public partial class Options : OptimizerOptions
    {
        /// <summary>The decay rate of the running means.</summary>
        public double? alpha;

        /// <summary>What is added to the root, so that nothing is divided by zero.</summary>
        public double? eps;

        /// <summary>The factor of the parameters that is added to their gradients.</summary>
        public double? weight_decay;

        /// <summary>How much of the former step goes into the next.</summary>
        public double? momentum;

        /// <summary>Whether to divide by the standard deviation of the gradients.</summary>
        public bool? centered;

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
            (alpha, eps, weight_decay, momentum) = (other.alpha, other.eps, other.weight_decay, other.momentum);
            (centered, maximize) = (other.centered, other.maximize);
        }

        internal void FillFrom(Options defaults)
        {
            if (LearningRate is null)
                LearningRate = InitialLearningRate = defaults.LearningRate ?? 0;
            alpha ??= defaults.alpha;
            eps ??= defaults.eps;
            weight_decay ??= defaults.weight_decay;
            momentum ??= defaults.momentum;
            centered ??= defaults.centered;
            maximize ??= defaults.maximize;
        }

        internal void Check()
        {
            OptionRange.NotNegative(LearningRate, "learning rate");
            OptionRange.NotNegative(eps, "epsilon value");
            OptionRange.NotNegative(momentum, "momentum value");
            OptionRange.NotNegative(weight_decay, "weight_decay value");
            OptionRange.NotNegative(alpha, "alpha value");
        }
    }
}
