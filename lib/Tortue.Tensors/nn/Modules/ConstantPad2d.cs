namespace TorchSharp.Modules
{
    /// <summary>Margins around images, filled with a number.</summary>
    public sealed class ConstantPad2d : PadBase
    {
        internal ConstantPad2d(double value, params long[] padding)
            : base(nameof(ConstantPad2d), PaddingModes.Constant, value, padding)
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that puts margins around images, filled with a number.</summary>
            /// <param name="padding">Pixels at each margin.</param>
            /// <param name="value">The number.</param>
            /// <returns>The module.</returns>
            public static Modules.ConstantPad2d ConstantPad2d(long padding, double value) => new(value, padding, padding, padding, padding);

            /// <summary>A module that puts margins around images, filled with a number.</summary>
            /// <param name="padding">Columns to the left and to the right, then rows above and below.</param>
            /// <param name="value">The number.</param>
            /// <returns>The module.</returns>
            public static Modules.ConstantPad2d ConstantPad2d((long, long, long, long) padding, double value) =>
                new(value, padding.Item1, padding.Item2, padding.Item3, padding.Item4);
        }
    }
}
