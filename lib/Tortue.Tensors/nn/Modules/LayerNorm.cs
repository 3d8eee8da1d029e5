using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Layer normalisation: each example's last dimensions get mean 0 and variance 1, then learned factors and shifts.</summary>
    public sealed class LayerNorm : nn.Module<Tensor, Tensor>
    {
        private readonly long[] _shape;
        private Parameter? _weight;
        private Parameter? _bias;

        internal LayerNorm(long[] shape, double eps, bool elementwiseAffine, bool hasBias, Device? device, ScalarType? dtype)
            : base(nameof(LayerNorm))
        {
            (_shape, this.eps, elementwise_affine) = ([.. shape], eps, elementwiseAffine);
            using var scope = NewDisposeScope();
            _weight = elementwiseAffine ? new Parameter(ones(_shape, dtype, device)) : null;
            _bias = elementwiseAffine && hasBias ? new Parameter(zeros(_shape, dtype, device)) : null;
            register_parameter(nameof(weight), _weight);
            register_parameter(nameof(bias), _bias);
        }

        /// <summary>Factors, of shape normalized_shape, ones at first; null when not <see cref="elementwise_affine"/>.</summary>
        public Parameter? weight
        {
            get => _weight;
            set => SetParameter(nameof(weight), _weight = value);
        }

        /// <summary>What is added, of shape normalized_shape, zeros at first; null when there is none.</summary>
        public Parameter? bias
        {
            get => _bias;
            set => SetParameter(nameof(bias), _bias = value);
        }

        /// <summary>The sizes of the last dimensions, over which means are taken.</summary>
        public long[] normalized_shape => [.. _shape];

        /// <summary>What is added to variances.</summary>
        public double eps { get; set; }

        /// <summary>Whether there are factors to learn.</summary>
        public bool elementwise_affine { get; }

        private protected override string Settings =>
            $"({string.Join(", ", _shape)}{(_shape.Length == 1 ? "," : "")}), {NormBase.Epsilon(eps)}, " +
            $"elementwise_affine={(elementwise_affine ? "True" : "False")}";

        /// <summary>Factors become ones again, and shifts zeros.</summary>
        public void reset_parameters()
        {
            if (_weight is not null)
                nn.init.ones_(_weight);
            if (_bias is not null)
                nn.init.zeros_(_bias);
        }

        /// <inheritdoc/>
        /// <param name="tensor">Of shape … × normalized_shape.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, _shape, _weight, _bias, eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Layer normalisation of the last dimension: Ba, Kiros and Hinton (2016).</summary>
            /// <param name="normalized_shape">Its size.</param>
            /// <param name="eps">What is added to variances.</param>
            /// <param name="elementwise_affine">Whether there are factors and shifts to learn.</param>
            /// <param name="bias">Whether there are shifts, where there are factors.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">The type of the parameters; Float32 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.LayerNorm LayerNorm(
                long normalized_shape, double eps = 1e-5, bool elementwise_affine = true, bool bias = true, Device? device = null,
                ScalarType? dtype = null) => LayerNorm([normalized_shape], eps, elementwise_affine, bias, device, dtype);

            /// <summary>Layer normalisation of the last dimensions: Ba, Kiros and Hinton (2016).</summary>
            /// <param name="normalized_shape">Their sizes.</param>
            /// <param name="eps">What is added to variances.</param>
            /// <param name="elementwise_affine">Whether there are factors and shifts to learn.</param>
            /// <param name="bias">Whether there are shifts, where there are factors.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">The type of the parameters; Float32 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.LayerNorm LayerNorm(
                long[] normalized_shape, double eps = 1e-5, bool elementwise_affine = true, bool bias = true, Device? device = null,
                ScalarType? dtype = null) => new(normalized_shape, eps, elementwise_affine, bias, device, dtype);
        }
    }
}
