using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>What is kept for a parameter: its momentum.</summary>
    public class State : OptimizerState, IDisposable
    {
        /// <summary>v, of the parameter's shape; null before the first step with momentum.</summary>
        public Tensor? momentum_buffer;

        /// <summary>Starts the state of a parameter.</summary>
        /// <param name="parameter">The parameter.</param>
        public State(Parameter parameter)
            : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options) => Dispose();

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            var other = ((State)source).momentum_buffer;
            if (ReferenceEquals(other, momentum_buffer))
                return;
            momentum_buffer?.Dispose();
            momentum_buffer = other?.detach().clone().DetachFromDisposeScope();
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && (momentum_buffer, state.momentum_buffer) switch
            {
                (null, null) => true,
                ({ } mine, { } theirs) => mine.allclose(theirs),
                _ => false,
            };

        /// <inheritdoc/>
        public override void to(Device device) => base.to(device);

        /// <summary>Gives back the momentum.</summary>
        public void Dispose()
        {
            momentum_buffer?.Dispose();
            momentum_buffer = null;
            GC.SuppressFinalize(this);
        }

        /// <summary>v ← momentum · v + share · g, and g itself the first time.</summary>
        internal Tensor Accelerate(Tensor gradient, double momentum, double share) =>
            momentum_buffer is null
                ? momentum_buffer = gradient.detach().clone().DetachFromDisposeScope()
                : momentum_buffer.mul_(momentum).add_(gradient, share);
    }
}
