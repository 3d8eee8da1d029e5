using Tortue.Tensors.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Modules;

/// <summary>
/// Makes batches of a data set of dictionaries: under each name of the first sample, the tensors of all samples stacked along a new first
/// dimension.
/// </summary>
public class DataLoader : DataLoader<Dictionary<string, Tensor>, Dictionary<string, Tensor>>
{
    /// <summary>Goes through the data set in order, or shuffled.</summary>
    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">Samples in a batch, at least one.</param>
    /// <param name="shuffle">Whether to shuffle the samples.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="seed">
    /// What decides the shuffled order, which is then TorchSharp's and the same in every pass; when null, every pass has an order of its
    /// own, drawn from the source that <see cref="manual_seed"/> seeds.
    /// </param>
    /// <param name="num_worker">
    /// The number of threads that fetch the samples of a batch, at least one. The order of samples does not depend on it; a data set that
    /// draws random numbers should have one.
    /// </param>
    /// <param name="drop_last">Whether to leave out a last batch that is smaller.</param>
    /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for; if not, it belongs to no scope.</param>
    /// <param name="disposeDataset">Whether disposing the loader disposes the data set.</param>
    public DataLoader(
        Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1,
        bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collation.Dictionaries, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <summary>Goes through the data set in an order of one's own.</summary>
    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">Samples in a batch, at least one.</param>
    /// <param name="shuffler">The numbers of the samples in the order wanted; enumerated once in every pass.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="num_worker">
    /// The number of threads that fetch the samples of a batch, at least one. The order of samples does not depend on it; a data set that
    /// draws random numbers should have one.
    /// </param>
    /// <param name="drop_last">Whether to leave out a last batch that is smaller.</param>
    /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for; if not, it belongs to no scope.</param>
    /// <param name="disposeDataset">Whether disposing the loader disposes the data set.</param>
    public DataLoader(
        Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false,
        bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collation.Dictionaries, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }
}
