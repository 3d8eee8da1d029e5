namespace TorchSharp.Modules
{
    /// <summary>Margins around images, filled with the outermost pixel.</summary>
    public sealed class ReplicationPad2d : PadBase
    {
        internal ReplicationPad2d(params long[] padding)
            : base(nameof(ReplicationPad2d), PaddingModes.Replicate, 0, padding)
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
            /// <summary>A module that puts margins around images, filled with the outermost pixel.</summary>
            /// <param name="padding">Pixels at each margin.</param>
            /// <returns>The module.</returns>
            public static Modules.ReplicationPad2d ReplicationPad2d(long padding) => new(padding, padding, padding, padding);

            /// <summary>A module that puts margins around images, filled with the outermost pixel.</summary>
            /// <param name="padding">Columns to the left and to the right, then rows above and below.</param>
            /// <returns>The module.</returns>
            public static Modules.ReplicationPad2d ReplicationPad2d((long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);
        }
    }
}
