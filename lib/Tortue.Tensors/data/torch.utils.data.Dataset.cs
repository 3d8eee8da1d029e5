namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Samples by number, each a dictionary of named tensors, such as "data" and "label".</summary>
            public abstract class Dataset : Dataset<Dictionary<string, Tensor>>
            {
            }

            /// <summary>Samples by number.</summary>
            /// <typeparam name="T">What one sample is.</typeparam>
            public abstract class Dataset<T> : IDisposable
            {
                /// <summary>The number of samples.</summary>
                public abstract long Count { get; }

                /// <summary>
                /// One sample. A loader disposes the tensors that are made during the call, as soon as it has made its batch; tensors that
                /// the data set keeps and returns stay.
                /// </summary>
                /// <param name="index">The sample's number: 0 … <see cref="Count"/> − 1.</param>
                /// <returns>The sample.</returns>
                public abstract T GetTensor(long index);

                /// <summary>Gives back what the data set holds.</summary>
                public void Dispose()
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                }

                /// <summary>Gives back what the data set holds.</summary>
                /// <param name="disposing">False when called by a finalizer.</param>
                protected virtual void Dispose(bool disposing)
                {
                }
            }
        }
    }
}
