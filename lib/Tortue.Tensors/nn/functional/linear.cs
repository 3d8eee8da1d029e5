using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x Wᵀ + b along the last dimension.</summary>
            /// <param name="input">x, of shape … × inputs.</param>
            /// <param name="weights">W, of shape outputs × inputs.</param>
            /// <param name="bias">b, of length outputs; null for none.</param>
            /// <returns>Of shape … × outputs.</returns>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null)
            {
                if (bias is null || input.Rank < 2 || weights.Rank != 2 || bias.Rank != 1)
                    return Unfused(input, weights, bias);
                if (input.Rank == 2)
                    return Affine(input, weights, bias);

                using var rows = input.reshape([-1, input.Sizes[^1]]);
                using var result = Affine(rows, weights, bias);
                return result.reshape([.. input.Sizes[..^1], weights.Sizes[0]]);
            }

            private static Tensor Unfused(Tensor input, Tensor weights, Tensor? bias) => Composite.Of(() =>
            {
                var product = input.matmul(weights.t());
                return bias is null ? product : product.add(bias);
            });

            // One node for product and sum, as every layer of a network passes here.
            private static Tensor Affine(Tensor input, Tensor weights, Tensor bias)
            {
                var (rows, inputs, outputs) = (input.Sizes[0], input.Sizes[1], weights.Sizes[0]);
                if (inputs != weights.Sizes[1])
                {
                    throw TorchError.Because(
                        $"mat1 and mat2 shapes cannot be multiplied ({rows}x{inputs} and {weights.Sizes[1]}x{outputs})");
                }

                if (bias.Sizes[0] != outputs && bias.Sizes[0] != 1)
                {
                    throw TorchError.Because($"The expanded size of the tensor ({outputs}) must match the existing size " +
                        $"({bias.Sizes[0]}) at non-singleton dimension 1.  Target sizes: [{rows}, {outputs}].  Tensor sizes: " +
                        $"[{bias.Sizes[0]}]");
                }

                if (input.dtype != weights.dtype || input.dtype != bias.dtype)
                {
                    var other = input.dtype != weights.dtype ? weights : bias;
                    throw TorchError.Because("expected m1 and m2 to have the same dtype, but got: " +
                        $"{ScalarTypes.ShortName(input.dtype)} != {ScalarTypes.ShortName(other.dtype)}");
                }

                using var turned = Turned(weights);
                var result = Products.Multiply(input, turned);
                result.AddInPlace(bias);
                if (GradientNode.Begin("AddmmBackward0", input, weights, bias) is { } node)
                {
                    var (x, w) = (node.Save(input, weights.requires_grad), node.Save(weights, input.requires_grad));
                    node.Input(bias, static g => g)
                        .Input(input, g => Products.Multiply(g, w.Value))
                        .Input(weights, g => Products.Multiply(Turned(g), x.Value))
                        .Output(result);
                }

                return result;
            }

            private static Tensor Turned(Tensor matrix) =>
                matrix.Reshaped([matrix.Sizes[1], matrix.Sizes[0]], [matrix.Strides[1], matrix.Strides[0]], matrix.Offset);
        }
    }
}
