using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>A vector for each class: one at its place, zeros elsewhere.</summary>
            /// <param name="x">Int64 classes, of any shape.</param>
            /// <param name="num_classes">The length of the vectors; −1 for one more than the largest class.</param>
            /// <returns>Int64, of the input's shape × num_classes.</returns>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Composite.Of(() =>
            {
                if (x.dtype != ScalarType.Int64)
                    throw new ArgumentException("one_hot: the classes must be Int64: use to(int64).", nameof(x));
                if (x.Count == 0 && num_classes <= 0)
                    throw TorchError.Because("Can not infer total number of classes from empty tensor.");
                if (x.Count > 0 && x.min().item<long>() < 0)
                    throw TorchError.Because("Class values must be non-negative.");
                if (num_classes != -1 && num_classes < 1)
                    throw TorchError.Because("num_classes should be positive");

                var count = num_classes == -1 ? x.max().item<long>() + 1 : num_classes;
                if (x.Count > 0 && x.max().item<long>() >= count)
                    throw TorchError.Because("Class values must be smaller than num_classes.");
                var result = zeros([.. x.Sizes, count], ScalarType.Int64);
                return result.scatter_(-1, x.unsqueeze(-1), ones([.. x.Sizes, 1], ScalarType.Int64));
            });
        }
    }
}
