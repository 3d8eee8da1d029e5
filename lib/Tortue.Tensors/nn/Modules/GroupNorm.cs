using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Group normalisation: groups of each example's channels get mean 0 and variance 1 (Wu and He, 2018).</summary>
    public sealed class GroupNorm : nn.Module<Tensor, Tensor>
    {
        private readonly long _channels;
        private Parameter? _weight;
        private Parameter? _bias;

        internal GroupNorm(long groups, long channels, double eps, bool affine, Device? device, ScalarType? dtype)
            : base(nameof(GroupNorm))
        {
            if (groups < 1 || channels % groups != 0)
                throw new ArgumentException("num_channels must be divisible by num_groups", nameof(groups));
            (num_groups, _channels, this.eps, this.affine) = (groups, channels, eps, affine);
            using var scope = NewDisposeScope();
            _weight = affine ? new Parameter(ones([channels], dtype, device)) : null;
            _bias = affine ? new Parameter(zeros([channels], dtype, device)) : null;
            register_parameter(nameof(weight), _weight);
            register_parameter(nameof(bias), _bias);
        }

        /// <summary>Factors of the channels, ones at first; null when not <see cref="affine"/>.</summary>
        public Parameter? weight
        {
            get => _weight;
            set => SetParameter(nameof(weight), _weight = value);
        }

        /// <summary>What is added to channels, zeros at first; null when not <see cref="affine"/>.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => SetParameter(nameof(bias), _bias = value);
        }

        /// <summary>Into how many groups channels are cut.</summary>
        public long num_groups { get; set; }

        /// <summary>What is added to variances.</summary>
        public double eps { get; set; }

        /// <summary>Whether there are factors and shifts to learn.</summary>
        public bool affine { get; set; }

        private protected override string Settings =>
            $"{num_groups}, {_channels}, {NormBase.Epsilon(eps)}, affine={(affine ? "True" : "False")}";

        /// <inheritdoc/>
        /// <param name="tensor">Batch × channels × ….</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => tensor.Rank < 3
            ? throw new ArgumentException($"Invalid number of dimensions for GroupNorm argument: {tensor.Rank}", nameof(tensor))
            : nn.functional.group_norm(tensor, num_groups, _weight, _bias, eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// Group normalisation: groups of each example's channels get mean 0 and variance 1, then each channel a factor and a shift
            /// that are learned. Wu and He (2018).
            /// </summary>
            /// <param name="num_groups">Into how many groups channels are cut; divides their number.</param>
            /// <param name="num_channels">The number of channels.</param>
            /// <param name="eps">What is added to variances.</param>
            /// <param name="affine">Whether there are factors and shifts.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">The type of the parameters; Float32 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.GroupNorm GroupNorm(
                long num_groups, long num_channels, double eps = 1e-5, bool affine = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(num_groups, num_channels, eps, affine, device, dtype);
        }
    }
}
