using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x Wᵀ + b: an affine map of the last dimension.</summary>
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        private Parameter _weight;
        private Parameter? _bias;

        internal Linear(Parameter weight, Parameter? bias)
            : base(nameof(Linear))
        {
            if (weight.Rank != 2)
            {
                throw new ArgumentException(
                    $"A linear layer's weight is a matrix (outputs x inputs), not {Shapes.Text(weight.Sizes)}.", nameof(weight));
            }

            (_weight, _bias) = (weight, bias);
            (out_features, in_features) = (weight.Sizes[0], weight.Sizes[1]);
            register_parameter(nameof(weight), weight);
            register_parameter(nameof(bias), bias);
        }

        /// <summary>W, of shape out_features × in_features.</summary>
        public Parameter weight
        {
            get => _weight;
            set => SetParameter(nameof(weight), _weight = value ?? throw new ArgumentNullException(nameof(value)));
        }

        /// <summary>b, of length out_features; null where there is none.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => SetParameter(nameof(bias), _bias = value);
        }

        /// <summary>The length of the input's last dimension.</summary>
        public long in_features { get; }

        /// <summary>The length of the output's last dimension.</summary>
        public long out_features { get; }

        private protected override string Settings =>
            $"in_features={in_features}, out_features={out_features}, bias={(_bias is not null ? "True" : "False")}";

        /// <inheritdoc/>
        /// <param name="tensor">Of shape … × in_features.</param>
        /// <returns>Of shape … × out_features.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, _weight, _bias);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// An affine map of the last dimension, x Wᵀ + b. Weights and biases are drawn uniformly on ±1/√n, where n is the number of
            /// inputs: a sixth of the variance that He et al. (2015) derive for layers of rectifiers.
            /// </summary>
            /// <param name="inputSize">The length of the input's last dimension.</param>
            /// <param name="outputSize">The length of the output's last dimension.</param>
            /// <param name="hasBias">Whether there is a b.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">The type of the parameters; Float32 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.Linear Linear(
                long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
            {
                using var scope = NewDisposeScope();
                var weight = init.kaiming_uniform_(empty([outputSize, inputSize], dtype, device), Math.Sqrt(5));
                var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
                var bias = hasBias ? init.uniform_(empty([outputSize], dtype, device), -bound, bound) : null;
                return new(Parameter(weight), bias is null ? null : Parameter(bias));
            }

            /// <summary>An affine map of the last dimension, x Wᵀ + b, with given parameters.</summary>
            /// <param name="weight">W, of shape outputs × inputs.</param>
            /// <param name="bias">b, of length outputs; null for none.</param>
            /// <returns>The module.</returns>
            public static Modules.Linear Linear(Modules.Parameter weight, Modules.Parameter? bias = null) => new(weight, bias);
        }
    }
}
