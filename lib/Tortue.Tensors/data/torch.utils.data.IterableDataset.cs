namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>
            /// Samples by number, each a list of tensors, such as an input and its target. (The name is TorchSharp's; samples are asked for
            /// by number all the same.)
            /// </summary>
            public abstract class IterableDataset : Dataset<IList<Tensor>>
            {
            }
        }
    }
}
