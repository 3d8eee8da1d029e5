namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>The options of a group. What is null is taken from the optimiser's own.</summary>
    public partial class Options : OptimizerOptions
    {
        /// <summary>How much of the former step goes into the next.</summary>
        public double? momentum;

        /// <summary>How much less of the gradient goes into the momentum.</summary>
        public double? dampening;

        /// <summary>The factor of the parameters that is added to their gradients.</summary>
        public double? weight_decay;

        /// <summary>Whether to look one step ahead.</summary>
        public bool? nesterov;

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
            (momentum, dampening, weight_decay) = (other.momentum, other.dampening, other.weight_decay);
            (nesterov, maximize) = (other.nesterov, other.maximize);
        }

        internal void FillFrom(Options defaults)
        {
            if (LearningRate is null)
                LearningRate = InitialLearningRate = defaults.LearningRate ?? 0;
            momentum ??= defaults.momentum;
            dampening ??= defaults.dampening;
            weight_decay ??= defaults.weight_decay;
            nesterov ??= defaults.nesterov;
            maximize ??= defaults.maximize;
        }

        internal void Check()
        {
            if (LearningRate < 0)
                throw new ArgumentException($"Invalid learning rate: {LearningRate}");
            if (momentum < 0)
                throw new ArgumentException($"Invalid momentum value: {momentum}");
            if (weight_decay < 0)
                throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
            if (nesterov == true && (momentum is null or 0 || dampening is not (null or 0)))
                throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
        }
    }

    /// <summary>Parameters with options of their own.</summary>
    public class ParamGroup : ParamGroup<Options>, torch.optim.IMomentum
    {
        /// <summary>No parameters yet.</summary>
        public ParamGroup()
        {
        }

        /// <summary>Parameters with options.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="options">Their options.</param>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        /// <summary>Parameters with options.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">The learning rate, not negative.</param>
        /// <param name="momentum">How much of the former step goes into the next, not negative.</param>
        /// <param name="dampening">How much less of the gradient goes into the momentum.</param>
        /// <param name="weight_decay">The factor of the parameters that is added to their gradients, not negative.</param>
        /// <param name="nesterov">Whether to look one step ahead, which needs a momentum and no dampening.</param>
        /// <param name="maximize">Whether to climb.</param>
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 0.001, double momentum = 0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                momentum = momentum,
                dampening = dampening,
                weight_decay = weight_decay,
                nesterov = nesterov,
                maximize = maximize,
            })
        {
        }

        /// <summary>The group's momentum.</summary>
        public double Momentum
        {
            get => Options?.momentum ?? 0;
            set => (Options ??= new Options()).momentum = value;
        }
    }
}
