namespace TorchSharp.Modules;

public partial class RMSProp
{
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
        /// <param name="eps">What is added to the root, not negative. The optimiser's constructor has alpha before it.</param>
        /// <param name="alpha">The decay rate of the running means, not negative.</param>
        /// <param name="weight_decay">The factor of the parameters that is added to their gradients, not negative.</param>
        /// <param name="momentum">How much of the former step goes into the next, not negative.</param>
        /// <param name="centered">Whether to divide by the standard deviation of the gradients.</param>
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 0.001, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0,
            double momentum = 0, bool centered = false)
            : base(parameters, new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                alpha = alpha,
                eps = eps,
                weight_decay = weight_decay,
                momentum = momentum,
                centered = centered,
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
