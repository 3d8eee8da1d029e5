using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>What follows a layer, which decides by how much its weights are to be enlarged.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing: gain 1.</summary>
                Linear = 0,

                /// <summary>Nothing, after a convolution: gain 1.</summary>
                Conv1D = 1,

                /// <summary>Nothing, after a convolution: gain 1.</summary>
                Conv2D = 2,

                /// <summary>Nothing, after a convolution: gain 1.</summary>
                Conv3D = 3,

                /// <summary>Nothing, after a transposed convolution: gain 1.</summary>
                ConvTranspose1D = 4,

                /// <summary>Nothing, after a transposed convolution: gain 1.</summary>
                ConvTranspose2D = 5,

                /// <summary>Nothing, after a transposed convolution: gain 1.</summary>
                ConvTranspose3D = 6,

                /// <summary>The logistic function: gain 1.</summary>
                Sigmoid = 7,

                /// <summary>The hyperbolic tangent: gain 5/3, a rule of thumb.</summary>
                Tanh = 8,

                /// <summary>The rectifier: gain √2.</summary>
                ReLU = 9,

                /// <summary>The leaky rectifier of slope a: gain √(2 / (1 + a²)).</summary>
                LeakyReLU = 10,
            }

            /// <summary>Which side of a layer decides the size of its weights.</summary>
            public enum FanInOut
            {
                /// <summary>The inputs of an output: keeps the variance of activations.</summary>
                FanIn = 0,

                /// <summary>The outputs of an input: keeps the variance of gradients.</summary>
                FanOut = 1,
            }

            /// <summary>The factor by which weights are enlarged for what follows the layer.</summary>
            /// <param name="nonlinearity">What follows.</param>
            /// <param name="param">The slope of a leaky rectifier.</param>
            /// <returns>The gain.</returns>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + (param * param))),
                _ => 1,
            };

            /// <summary>
            /// The inputs of an output and the outputs of an input, for weights of shape outputs × inputs × kernel sizes.
            /// </summary>
            /// <param name="tensor">The weights, of two dimensions or more.</param>
            /// <returns>Both numbers.</returns>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                if (tensor.Rank < 2)
                {
                    throw new ArgumentException(
                        $"Fan in and fan out can not be computed for tensor with fewer than 2 dimensions: {Shapes.Text(tensor.Sizes)}.",
                        nameof(tensor));
                }

                var kernel = Shapes.Count(tensor.Sizes.AsSpan(2));
                return (tensor.Sizes[1] * kernel, tensor.Sizes[0] * kernel);
            }
        }
    }
}
