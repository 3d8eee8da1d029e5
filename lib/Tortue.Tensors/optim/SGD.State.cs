using System.Numerics;
using Tortue.Tensors.Updates;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>What is kept for a parameter: its momentum.</summary>
    public sealed partial class State : OptimizerState, IDisposable
    {
        /// <summary>v, of the parameter's shape; null before the first step with momentum.</summary>
        public Tensor? momentum_buffer;

        private readonly Parameter _parameter;

        /// <summary>Starts the state of a parameter.</summary>
        /// <param name="parameter">The parameter.</param>
        public State(Parameter parameter)
            : base(parameter) => _parameter = parameter;

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options) => Dispose();

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source) =>
            KeptTensor.Replace(_parameter, ref momentum_buffer, ((State)source).momentum_buffer);

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && KeptTensor.Close(momentum_buffer, state.momentum_buffer);

        /// <inheritdoc/>
        public override void to(Device device) => base.to(device);

        /// <summary>Gives back the momentum.</summary>
        public void Dispose()
        {
            KeptTensor.Drop(ref momentum_buffer);
            GC.SuppressFinalize(this);
        }

        internal void Update(Tensor gradient, Options options)
        {
            if (_parameter.dtype == ScalarType.Float32)
                Run<float>(gradient, options);
            else
                Run<double>(gradient, options);
        }

        private void Run<T>(Tensor gradient, Options options)
            where T : unmanaged, INumber<T>
        {
            var momentum = options.momentum ?? 0;
            var isFirst = momentum_buffer is null;
            if (momentum != 0)
                momentum_buffer ??= KeptTensor.Zeros(_parameter);
            var update = new SgdUpdate<T>(
                options.LearningRate ?? 0, momentum, options.dampening ?? 0, options.weight_decay ?? 0, options.nesterov == true,
                options.maximize == true, isFirst);
            UpdateLoop.Run<T, SgdUpdate<T>>(update, _parameter, gradient, momentum == 0 ? null : momentum_buffer, null, null);
        }
    }
}
