using Tortue.Tensors.Updates;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>What is kept for a parameter: the number of steps, the running means and the momentum.</summary>
    public sealed partial class State : OptimizerState, IDisposable
    {
        /// <summary>The number of steps so far.</summary>
        public long step;

        /// <summary>The running mean of the squared gradients, of the parameter's shape.</summary>
        public Tensor? square_avg;

        /// <summary>The steps so far, each weighted by momentum to its age, of the parameter's shape; null without momentum.</summary>
        public Tensor? momentum_buffer;

        /// <summary>The running mean of the gradients, of the parameter's shape; null where it is not centred.</summary>
        public Tensor? grad_avg;

        private readonly Parameter _parameter;

        /// <summary>Starts the state of a parameter: no steps, and a mean of zero.</summary>
        /// <param name="parameter">The parameter.</param>
        public State(Parameter parameter)
            : base(parameter)
        {
            _parameter = parameter;
            square_avg = KeptTensor.Zeros(parameter);
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            square_avg = KeptTensor.Zeros(_parameter);
            Complete((Options)options);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            KeptTensor.Replace(_parameter, ref square_avg, other.square_avg);
            KeptTensor.Replace(_parameter, ref momentum_buffer, other.momentum_buffer);
            KeptTensor.Replace(_parameter, ref grad_avg, other.grad_avg);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && KeptTensor.Close(square_avg, state.square_avg)
            && KeptTensor.Close(momentum_buffer, state.momentum_buffer) && KeptTensor.Close(grad_avg, state.grad_avg);

        /// <inheritdoc/>
        public override void to(Device device) => base.to(device);

        /// <summary>Gives back the running means and the momentum.</summary>
        public void Dispose()
        {
            KeptTensor.Drop(ref square_avg);
            KeptTensor.Drop(ref momentum_buffer);
            KeptTensor.Drop(ref grad_avg);
            GC.SuppressFinalize(this);
        }

        internal void Update(Tensor gradient, Options options)
        {
            step++;
            Complete(options);
            if (_parameter.dtype == ScalarType.Float32)
                Run<float>(gradient, options);
            else
                Run<double>(gradient, options);
        }

        private void Run<T>(Tensor gradient, Options options)
            where T : unmanaged, System.Numerics.INumber<T>
        {
            var (momentum, centered) = (options.momentum ?? 0, options.centered == true);
            var update = new RmsPropUpdate<T>(
                options.LearningRate ?? 0, options.alpha ?? 0, options.eps ?? 0, options.weight_decay ?? 0, momentum, centered,
                options.maximize == true);
            UpdateLoop.Run<T, RmsPropUpdate<T>>(
                update, _parameter, gradient, square_avg, centered ? grad_avg : null, momentum == 0 ? null : momentum_buffer);
        }

        /// <summary>Starts what the options ask to keep and is not there.</summary>
        private void Complete(Options options)
        {
            if (options.momentum > 0)
                momentum_buffer ??= KeptTensor.Zeros(_parameter);
            if (options.centered == true)
                grad_avg ??= KeptTensor.Zeros(_parameter);
        }
    }
}
