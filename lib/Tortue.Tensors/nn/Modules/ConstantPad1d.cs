namespace TorchSharp.Modules
{
    /// <summary>Margins around sequences, filled with a number.</summary>
    public sealed class ConstantPad1d : PadBase
    {
        internal ConstantPad1d(double value, params long[] padding)
            : base(nameof(ConstantPad1d), PaddingModes.Constant, value, padding)
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
            /// <summary>A module that puts margins around sequences, filled with a number.</summary>
            /// <param name="padding">Elements at each margin.</param>
            /// <param name="value">The number.</param>
            /// <returns>The module.</returns>
            public static Modules.ConstantPad1d ConstantPad1d(long padding, double value) => new(value, padding, padding);

            /// <summary>A module that puts margins around sequences, filled with a number.</summary>
            /// <param name="padding">Elements before and after.</param>
            /// <param name="value">The number.</param>
            /// <returns>The module.</returns>
            public static Modules.ConstantPad1d ConstantPad1d((long, long) padding, double value) =>
                new(value, padding.Item1, padding.Item2);
        }
    }
}
