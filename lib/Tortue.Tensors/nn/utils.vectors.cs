using TorchSharp.Modules;
using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is done to the parameters of a network as a whole.</summary>
        public static partial class utils
        {
            /// <summary>Lines up all elements of parameters in one vector, through which gradients flow back to them.</summary>
            /// <param name="tensors">The parameters, at least one.</param>
            /// <returns>A new tensor of one dimension: the first parameter's elements in row-major order, then the second's…</returns>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                return Composite.Of(() => cat([.. tensors.Select(parameter => parameter.reshape(-1))]));
            }

            /// <summary>Overwrites parameters with the elements of one vector, which it does not keep.</summary>
            /// <param name="vec">The elements in the order of <see cref="parameters_to_vector"/>, as many as the parameters have.</param>
            /// <param name="tensors">The parameters.</param>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(vec);
                ArgumentNullException.ThrowIfNull(tensors);
                Parameter[] parameters = [.. tensors];
                var wanted = parameters.Sum(parameter => parameter.numel());
                if (vec.dim() != 1 || vec.numel() != wanted)
                {
                    throw new ArgumentException(
                        $"the parameters have {wanted} elements in all, which a tensor of shape {Shapes.Text(vec.shape)} does not give");
                }

                using var _ = no_grad();
                using var scope = NewDisposeScope();
                long start = 0;
                foreach (var parameter in parameters)
                {
                    parameter.copy_(vec.narrow(0, start, parameter.numel()).reshape(parameter.shape));
                    start += parameter.numel();
                }
            }
        }
    }
}
