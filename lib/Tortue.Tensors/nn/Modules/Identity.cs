using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Returns its input.</summary>
    public sealed class Identity : ParameterLessModule<Tensor, Tensor>
    {
        internal Identity()
            : base(nameof(Identity))
        {
        }

        /// <inheritdoc/>
        /// <param name="tensor">The input.</param>
        /// <returns>A new tensor over the input's memory, so that either can be disposed.</returns>
        public override Tensor forward(Tensor tensor) => tensor.alias();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that returns its input.</summary>
            /// <returns>The module.</returns>
            public static Modules.Identity Identity() => new();
        }
    }
}
