namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>Fills a tensor with zeros.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <returns>The tensor.</returns>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>Fills a tensor with ones.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <returns>The tensor.</returns>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>Fills a tensor with one number.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="val">The number.</param>
            /// <returns>The tensor.</returns>
            public static Tensor constant_(Tensor tensor, Scalar val)
            {
                using var _ = no_grad();
                return tensor.fill_(val);
            }

            /// <summary>Fills a tensor with numbers that are uniform on [low, high).</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="low">The lower bound.</param>
            /// <param name="high">The upper bound.</param>
            /// <param name="generator">The source of random numbers; the one that manual_seed seeds when null.</param>
            /// <returns>The tensor.</returns>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null)
            {
                using var _ = no_grad();
                return tensor.uniform_(low, high, generator);
            }

            /// <summary>Fills a tensor with normal numbers.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="mean">The mean.</param>
            /// <param name="std">The standard deviation, not negative.</param>
            /// <param name="generator">The source of random numbers; the one that manual_seed seeds when null.</param>
            /// <returns>The tensor.</returns>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null)
            {
                using var _ = no_grad();
                return tensor.normal_(mean, std, generator);
            }
        }
    }
}
