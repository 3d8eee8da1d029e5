namespace TorchSharp.Modules
{
    /// <summary>Margins around sequences, filled with what lies inside, mirrored at the outermost element.</summary>
    public sealed class ReflectionPad1d : PadBase
    {
        internal ReflectionPad1d(params long[] padding)
            : base(nameof(ReflectionPad1d), PaddingModes.Reflect, 0, padding)
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
            /// <summary>
            /// A module that puts margins around sequences, filled with what lies inside, mirrored at the outermost element.
            /// </summary>
            /// <param name="padding">Elements at each margin.</param>
            /// <returns>The module.</returns>
            public static Modules.ReflectionPad1d ReflectionPad1d(long padding) => new(padding, padding);

            /// <summary>
            /// A module that puts margins around sequences, filled with what lies inside, mirrored at the outermost element.
            /// </summary>
            /// <param name="padding">Elements before and after.</param>
            /// <returns>The module.</returns>
            public static Modules.ReflectionPad1d ReflectionPad1d((long, long) padding) =>
                new(padding.Item1, padding.Item2);
        }
    }
}
