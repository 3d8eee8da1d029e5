namespace TorchSharp;

public static partial class torch
{
    /// <summary>What surrounds training.</summary>
    public static partial class utils
    {
        /// <summary>Data sets, and loaders that make batches of them.</summary>
        public static partial class data
        {
            /// <summary>A data set over tensors: sample i is the i-th part of each along the first dimension.</summary>
            /// <param name="tensors">At least one; all of the same size in the first dimension. They are shared, not copied.</param>
            /// <returns>The data set, which stays valid when the tensors are disposed.</returns>
            /// <exception cref="ArgumentException">There is no tensor, one has no dimension, or the first sizes differ.</exception>
            public static Modules.TensorDataset TensorDataset(params Tensor[] tensors) => new(tensors);

            /// <summary>A loader of dictionaries of tensors, in order or shuffled.</summary>
            /// <inheritdoc cref="Modules.DataLoader(Dataset, int, bool, Device?, int?, int, bool, bool, bool)"/>
            /// <returns>The loader.</returns>
            public static Modules.DataLoader DataLoader(
                Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1,
                bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>A loader of dictionaries of tensors, in an order of one's own.</summary>
            /// <inheritdoc cref="Modules.DataLoader(Dataset, int, IEnumerable{long}, Device?, int, bool, bool, bool)"/>
            /// <returns>The loader.</returns>
            public static Modules.DataLoader DataLoader(
                Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1,
                bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>A loader of lists of tensors, in order or shuffled.</summary>
            /// <inheritdoc cref="Modules.IterableDataLoader(IterableDataset, int, bool, Device?, int?, int, bool, bool, bool)"/>
            /// <returns>The loader.</returns>
            public static Modules.IterableDataLoader DataLoader(
                IterableDataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1,
                bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>A loader of lists of tensors, in an order of one's own.</summary>
            /// <inheritdoc cref="Modules.IterableDataLoader(IterableDataset, int, IEnumerable{long}, Device?, int, bool, bool, bool)"/>
            /// <returns>The loader.</returns>
            public static Modules.IterableDataLoader DataLoader(
                IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1,
                bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);
        }
    }
}
