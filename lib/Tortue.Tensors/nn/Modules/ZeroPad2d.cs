namespace TorchSharp.Modules
{
    /// <summary>Margins around images, filled with zeros.</summary>
    public sealed class ZeroPad2d : PadBase
    {
        internal ZeroPad2d(params long[] padding)
            : base(nameof(ZeroPad2d), PaddingModes.Zeros, 0, padding)
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
            /// <summary>A module that puts margins around images, filled with zeros.</summary>
            /// <param name="padding">Pixels at each margin.</param>
            /// <returns>The module.</returns>
            public static Modules.ZeroPad2d ZeroPad2d(long padding) => new(padding, padding, padding, padding);

            /// <summary>A module that puts margins around images, filled with zeros.</summary>
            /// <param name="padding">Columns to the left and to the right, then rows above and below.</param>
            /// <returns>The module.</returns>
            public static Modules.ZeroPad2d ZeroPad2d((long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);
        }
    }
}
