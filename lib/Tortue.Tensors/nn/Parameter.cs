using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>
        /// A tensor that a module learns. It wants gradients, and a module to whose field it is assigned lists it among its parameters. No
        /// dispose scope owns it.
        /// </summary>
        public class Parameter : Tensor
        {
            /// <summary>Makes a parameter over a tensor's memory, without its history.</summary>
            /// <param name="data">The first values.</param>
            /// <param name="requires_grad">Whether gradients with respect to it are wanted.</param>
            public Parameter(Tensor data, bool requires_grad = true)
                : base(data, requires_grad) => DetachFromDisposeScope();
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes a parameter over a tensor's memory, without its history.</summary>
            /// <param name="data">The first values.</param>
            /// <param name="requires_grad">Whether gradients with respect to it are wanted.</param>
            /// <returns>The parameter.</returns>
            public static Modules.Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }

    public static partial class TensorExtensionMethods
    {
        /// <summary>Makes a parameter over this tensor's memory, without its history.</summary>
        /// <param name="tensor">The first values.</param>
        /// <returns>The parameter, which wants gradients if the tensor did.</returns>
        public static Modules.Parameter AsParameter(this Tensor tensor) => new(tensor, tensor.requires_grad);
    }
}
