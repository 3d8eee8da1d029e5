using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x where it is positive, and a learnt multiple of x elsewhere (He et al., 2015).</summary>
    public sealed class PReLU : nn.Module<Tensor, Tensor>
    {
        private Parameter _weight;

        internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype)
            : base(nameof(PReLU))
        {
            if (num_parameters < 1)
                throw new ArgumentOutOfRangeException(nameof(num_parameters), num_parameters, "PReLU needs one parameter at least.");
            (this.num_parameters, this.init) = (num_parameters, init);
            _weight = new Parameter(full([num_parameters], init, dtype ?? ScalarType.Float32, device));
            register_parameter(nameof(weight), _weight);
        }

        /// <summary>The number of multiples: one for all, or one for each size of the input's second dimension.</summary>
        public long num_parameters { get; }

        /// <summary>Their first value.</summary>
        public double init { get; }

        /// <summary>The multiples, of length num_parameters.</summary>
        public Parameter weight
        {
            get => _weight;
            set => SetParameter(nameof(weight), _weight = value ?? throw new ArgumentNullException(nameof(value)));
        }

        private protected override string Settings => $"num_parameters={num_parameters}";

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, _weight);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes x where it is positive, and a learnt multiple of x elsewhere.</summary>
            /// <param name="num_parameters">The number of multiples: one, or the size of the input's second dimension.</param>
            /// <param name="init">Their first value.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">Their type; Float32 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.PReLU PReLU(
                long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) =>
                new(num_parameters, init, device, dtype);

            public static partial class functional
            {
                /// <summary>x where it is positive, and a learnt multiple of x elsewhere (He et al., 2015).</summary>
                /// <param name="input">Any tensor.</param>
                /// <param name="weight">The multiples: one for all, or one for each size of the second dimension.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor prelu(Tensor input, Tensor weight) => input.prelu(weight);
            }
        }
    }
}
