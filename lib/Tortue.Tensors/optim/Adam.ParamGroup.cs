namespace TorchSharp.Modules;

public partial class Adam
{
    /// <summary>Parameters with options of their own.</summary>
    public class ParamGroup : ParamGroup<Options>, torch.optim.IBetas
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
        /// <param name="beta1">The decay rate of the running mean of the gradients, from 0 to below 1.</param>
        /// <param name="beta2">The decay rate of the running mean of their squares, from 0 to below 1.</param>
        /// <param name="eps">What is added to the root, not negative.</param>
        /// <param name="weight_decay">The factor of the parameters that is added to their gradients, not negative.</param>
        /// <param name="amsgrad">Whether to divide by the root of the largest running mean so far.</param>
        /// <param name="maximize">Whether to climb.</param>
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                beta1 = beta1,
                beta2 = beta2,
                eps = eps,
                weight_decay = weight_decay,
                amsgrad = amsgrad,
                maximize = maximize,
            })
        {
        }

        /// <summary>The group's decay rates of the running means of the gradients and of their squares.</summary>
        public (double, double) Betas
        {
            get => (Options?.beta1 ?? 0, Options?.beta2 ?? 0);
            set
            {
                Options ??= new Options();
                (Options.beta1, Options.beta2) = value;
            }
        }
    }
}
