using System.Globalization;
using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Sequences or images of another size.</summary>
    public sealed class Upsample : ParameterLessModule<Tensor, Tensor>
    {
        private readonly long[]? _size;
        private readonly double[]? _factors;

        internal Upsample(long[]? size, double[]? factors, UpsampleMode mode, bool? alignCorners, bool? recompute)
            : base(nameof(Upsample)) =>
            (_size, _factors, this.mode, align_corners, recompute_scale_factor) = (size, factors, mode, alignCorners, recompute);

        /// <summary>The sizes of the result; empty where factors are given.</summary>
        public ReadOnlySpan<long> size => _size;

        /// <summary>The factors; empty where sizes are given.</summary>
        public ReadOnlySpan<double> scale_factor => _factors;

        /// <summary>How new pixels are made.</summary>
        public UpsampleMode mode { get; }

        /// <summary>Whether the outermost pixels of both images fall together; if not, their outer margins do.</summary>
        public bool? align_corners { get; }

        /// <summary>Whether places are computed from the sizes, though factors are given.</summary>
        public bool? recompute_scale_factor { get; set; }

        private protected override string Settings =>
            (_size is null ? $"scale_factor={Text(_factors ?? [])}" : $"size={Text(_size)}") +
            $", mode={mode.ToString().ToLowerInvariant()}";

        /// <inheritdoc/>
        /// <param name="input">Batch × channels × length, or × rows × columns.</param>
        /// <returns>The same of another size.</returns>
        public override Tensor forward(Tensor input) =>
            Interpolating.Run(input, _size, _factors, (InterpolationMode)mode, align_corners, recompute_scale_factor ?? false);

        private static string Text<T>(T[] values)
            where T : IFormattable => $"({string.Join(", ", values.Select(v => v.ToString(null, CultureInfo.InvariantCulture)))})";
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that makes sequences or images of another size: of given sizes, or by given factors.</summary>
            /// <param name="size">The sizes of the result.</param>
            /// <param name="scale_factor">The factors, as many as there are sizes.</param>
            /// <param name="mode">How new pixels are made.</param>
            /// <param name="align_corners">
            /// Whether the outermost pixels of both images fall together; if not, their outer margins do.
            /// </param>
            /// <param name="recompute_scale_factor">Whether places are computed from the sizes, though factors are given.</param>
            /// <returns>The module.</returns>
            public static Modules.Upsample Upsample(
                long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool? align_corners = null,
                bool? recompute_scale_factor = null) =>
                new(size, scale_factor, mode, align_corners, recompute_scale_factor);

            public static partial class functional
            {
                /// <summary>
                /// Sequences or images of another size: of given sizes, or by given factors. Made smaller without antialias, an image keeps
                /// only some of its pixels.
                /// </summary>
                /// <param name="x">Batch × channels × length, or × rows × columns.</param>
                /// <param name="size">The sizes of the result.</param>
                /// <param name="scale_factor">The factors, as many as there are sizes; results have ⌊size · factor⌋ pixels.</param>
                /// <param name="mode">How new pixels are made: Nearest, NearestExact, Linear, Bilinear or Area.</param>
                /// <param name="align_corners">
                /// Whether the outermost pixels of both images fall together; if not, or null, their outer margins do. For Linear and
                /// Bilinear alone.
                /// </param>
                /// <param name="recompute_scale_factor">Whether places are computed from the sizes, though factors are given.</param>
                /// <param name="antialias">Not available in this engine.</param>
                /// <returns>A new tensor.</returns>
                public static Tensor interpolate(
                    Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                    bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false) =>
                    antialias
                        ? throw new NotSupportedException("interpolate(): antialias is not available in this engine: use mode Area.")
                        : Interpolating.Run(x, size, scale_factor, mode, align_corners, recompute_scale_factor);

                /// <summary>Sequences or images of another size; see <see cref="interpolate"/>.</summary>
                /// <param name="input">Batch × channels × length, or × rows × columns.</param>
                /// <param name="size">The sizes of the result.</param>
                /// <param name="scale_factor">The factors, as many as there are sizes.</param>
                /// <param name="mode">How new pixels are made.</param>
                /// <param name="align_corners">
                /// Whether the outermost pixels of both images fall together; if not, their outer margins do. For Linear and
                /// Bilinear alone.
                /// </param>
                /// <returns>A new tensor.</returns>
                public static Tensor upsample(
                    Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest,
                    bool align_corners = false)
                {
                    // Here false is the default, which the other modes have no use for; true they refuse.
                    bool? corners = align_corners || mode is UpsampleMode.Linear or UpsampleMode.Bilinear ? align_corners : null;
                    return Interpolating.Run(input, size, scale_factor, (InterpolationMode)mode, corners, false);
                }
            }
        }
    }
}
