using Tortue.Tensors.Updates;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class AdamW
{
    /// <summary>What is kept for a parameter: the number of steps and the running means.</summary>
    public sealed partial class State : OptimizerState, IDisposable
    {
        /// <summary>The number of steps so far.</summary>
        public long step;

        /// <summary>m, the running mean of the gradients, of the parameter's shape.</summary>
        public Tensor? exp_avg;

        /// <summary>v, the running mean of their squares, of the parameter's shape.</summary>
        public Tensor? exp_avg_sq;

        /// <summary>The largest v so far, of the parameter's shape; null without amsgrad.</summary>
        public Tensor? max_exp_avg_sq;

        private readonly Parameter _parameter;

        /// <summary>Starts the state of a parameter: no steps, and means of zero.</summary>
        /// <param name="parameter">The parameter.</param>
        public State(Parameter parameter)
            : base(parameter)
        {
            _parameter = parameter;
            (exp_avg, exp_avg_sq) = (KeptTensor.Zeros(parameter), KeptTensor.Zeros(parameter));
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            (exp_avg, exp_avg_sq) = (KeptTensor.Zeros(_parameter), KeptTensor.Zeros(_parameter));
            if (((Options)options).amsgrad == true)
                max_exp_avg_sq = KeptTensor.Zeros(_parameter);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            KeptTensor.Replace(_parameter, ref exp_avg, other.exp_avg);
            KeptTensor.Replace(_parameter, ref exp_avg_sq, other.exp_avg_sq);
            KeptTensor.Replace(_parameter, ref max_exp_avg_sq, other.max_exp_avg_sq);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && KeptTensor.Close(exp_avg, state.exp_avg)
            && KeptTensor.Close(exp_avg_sq, state.exp_avg_sq) && KeptTensor.Close(max_exp_avg_sq, state.max_exp_avg_sq);

        /// <inheritdoc/>
        public override void to(Device device) => base.to(device);

        /// <summary>Gives back the running means.</summary>
        public void Dispose()
        {
            KeptTensor.Drop(ref exp_avg);
            KeptTensor.Drop(ref exp_avg_sq);
            KeptTensor.Drop(ref max_exp_avg_sq);
            GC.SuppressFinalize(this);
        }

        internal void Update(Tensor gradient, AdamRule rule)
        {
            if (rule.Amsgrad)
                max_exp_avg_sq ??= KeptTensor.Zeros(_parameter);
            rule.Apply(_parameter, gradient, ++step, exp_avg!, exp_avg_sq!, rule.Amsgrad ? max_exp_avg_sq : null);
        }
    }
}
