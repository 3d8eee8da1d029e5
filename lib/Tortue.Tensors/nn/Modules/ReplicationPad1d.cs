namespace TorchSharp.Modules
{
    /// <summary>Margins around sequences, filled with the outermost element.</summary>
    public sealed class ReplicationPad1d : PadBase
    {
        internal ReplicationPad1d(params long[] padding)
            : base(nameof(ReplicationPad1d), PaddingModes.Replicate, 0, padding)
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
            /// <summary>A module that puts margins around sequences, filled with the outermost element.</summary>
            /// <param name="padding">Elements at each margin.</param>
            /// <returns>The module.</returns>
            public static Modules.ReplicationPad1d ReplicationPad1d(long padding) => new(padding, padding);

            /// <summary>A module that puts margins around sequences, filled with the outermost element.</summary>
            /// <param name="padding">Elements before and after.</param>
            /// <returns>The module.</returns>
            public static Modules.ReplicationPad1d ReplicationPad1d((long, long) padding) =>
                new(padding.Item1, padding.Item2);
        }
    }
}
