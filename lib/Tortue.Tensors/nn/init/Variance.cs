namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>
            /// Uniform numbers of variance 2 gain² / (fan in + fan out): Glorot and Bengio, "Understanding the difficulty of training deep
            /// feedforward neural networks" (2010), equation 16.
            /// </summary>
            /// <param name="tensor">Weights, outputs × inputs (× kernel sizes).</param>
            /// <param name="gain">From <see cref="calculate_gain"/>.</param>
            /// <returns>The tensor.</returns>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var bound = Math.Sqrt(3) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal numbers of variance 2 gain² / (fan in + fan out): Glorot and Bengio (2010).</summary>
            /// <param name="tensor">Weights, outputs × inputs (× kernel sizes).</param>
            /// <param name="gain">From <see cref="calculate_gain"/>.</param>
            /// <returns>The tensor.</returns>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) => normal_(tensor, 0, XavierDeviation(tensor, gain));

            /// <inheritdoc cref="xavier_uniform_"/>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            /// <inheritdoc cref="xavier_normal_"/>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            /// <summary>
            /// Uniform numbers of variance gain² / fan: He et al., "Delving deep into rectifiers" (2015), equation 10 or, with fan out, 14.
            /// </summary>
            /// <param name="tensor">Weights, outputs × inputs (× kernel sizes).</param>
            /// <param name="a">The slope of the leaky rectifier that follows; 0 for the rectifier.</param>
            /// <param name="mode">Which fan.</param>
            /// <param name="nonlinearity">What follows.</param>
            /// <returns>The tensor.</returns>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal numbers of variance gain² / fan: He et al. (2015), equation 10 or, with fan out, 14.</summary>
            /// <param name="tensor">Weights, outputs × inputs (× kernel sizes).</param>
            /// <param name="a">The slope of the leaky rectifier that follows; 0 for the rectifier.</param>
            /// <param name="mode">Which fan.</param>
            /// <param name="nonlinearity">What follows.</param>
            /// <returns>The tensor.</returns>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                var fan = mode == FanInOut.FanIn ? fanIn : fanOut;
                return fan == 0 ? 0 : calculate_gain(nonlinearity, a) / Math.Sqrt(fan);
            }
        }
    }
}
