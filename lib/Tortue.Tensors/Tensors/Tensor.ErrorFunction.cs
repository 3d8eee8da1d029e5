using Tortue.Tensors.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private const double TwoBySqrtPi = 1.1283791670955126;

        /// <summary>The error function of each element, 2/√π ∫₀ˣ e^(−t²) dt.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor erf() => Unary<Erf>("ErfBackward0", Saves.Input, static (g, x) => g.mul(x.square().neg().exp()).mul(TwoBySqrtPi));

        /// <summary>One minus the error function of each element, exact also where that is close to one.</summary>
        /// <returns>A new tensor; integers become floating-point numbers first.</returns>
        public Tensor erfc() =>
            Unary<Erfc>("ErfcBackward0", Saves.Input, static (g, x) => g.mul(x.square().neg().exp()).mul(-TwoBySqrtPi));

        /// <inheritdoc cref="erf"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor erf_() => Become(static x => x.erf());

        /// <inheritdoc cref="erfc"/>
        /// <remarks>In place: this tensor is changed and returned.</remarks>
        public Tensor erfc_() => Become(static x => x.erfc());
    }
}
