using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Layer normalisation: each example's last dimensions get mean 0 and variance 1 (divided by n). Ba, Kiros and Hinton, "Layer
            /// normalization" (2016).
            /// </summary>
            /// <param name="input">Of shape … × <paramref name="normalized_shape"/>.</param>
            /// <param name="normalized_shape">The sizes of the last dimensions, over which means are taken.</param>
            /// <param name="weight">Factors, of that shape; ones when null.</param>
            /// <param name="bias">What is added, of that shape; zeros when null.</param>
            /// <param name="eps">What is added to variances.</param>
            /// <returns>A tensor of the input's shape.</returns>
            public static Tensor layer_norm(
                Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                CheckLayerNorm(input, normalized_shape, (weight, nameof(weight)), (bias, nameof(bias)));
                return Composite.Of(() =>
                {
                    var width = Shapes.Count(normalized_shape);
                    var rows = input.reshape(1, input.Count / Math.Max(1, width), width);
                    var result = Normalizing.Channels(rows, null, null, null, eps, "NativeLayerNormBackward0").reshape(input.Sizes);
                    if (weight is not null)
                        result = result.mul(weight);
                    return bias is null ? result : result.add(bias);
                });
            }

            private static void CheckLayerNorm(
                Tensor input, long[] shape, params ReadOnlySpan<(Tensor? Tensor, string Name)> operands)
            {
                if (shape.Length == 0)
                {
                    throw TorchError.Because("Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one " +
                        "element, but got normalized_shape = []");
                }

                if (!input.is_floating_point())
                    throw TorchError.Because($"\"LayerNormKernelImpl\" not implemented for '{ScalarTypes.ShortName(input.dtype)}'");
                foreach (var (operand, name) in operands)
                {
                    if (operand is not null && !Shapes.Same(operand.Sizes, shape))
                    {
                        throw TorchError.Because($"Expected {name} to be of same shape as normalized_shape, but got {name} of shape " +
                            $"{Shapes.Text(operand.Sizes)} and normalized_shape = {Shapes.Text(shape)}");
                    }
                }

                if (input.Rank < shape.Length || !Shapes.Same(input.Sizes[^shape.Length..], shape))
                {
                    throw TorchError.Because($"Given normalized_shape={Shapes.Text(shape)}, expected input with shape " +
                        $"[*, {string.Join(", ", shape)}], but got input of size{Shapes.Text(input.Sizes)}");
                }
            }
        }
    }
}
