using System.Collections;
using TorchSharp.Utils;
using Tortue.Tensors;
using Tortue.Tensors.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Modules;

/// <summary>Makes batches of a data set. Every <c>foreach</c> goes through the data set once, from the start.</summary>
/// <typeparam name="T">What one sample is.</typeparam>
/// <typeparam name="S">What a batch is.</typeparam>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    /// <summary>Goes through the data set in order, or shuffled.</summary>
    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">Samples in a batch, at least one.</param>
    /// <param name="collate_fn">Makes a batch of samples, on a device. What it makes and does not return need not be disposed.</param>
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
        Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false, Device? device = null,
        int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(
            dataset, batchSize, collate_fn, Order(dataset, shuffle, seed), device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <summary>Goes through the data set in an order of one's own.</summary>
    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">Samples in a batch, at least one.</param>
    /// <param name="collate_fn">Makes a batch of samples, on a device. What it makes and does not return need not be disposed.</param>
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
        Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler, Device? device = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(collate_fn);
        ArgumentNullException.ThrowIfNull(shuffler);
        Creation.CheckPlace(device);
        if (batchSize <= 0)
        {
            throw new ArgumentException(
                $"batch_size should be a positive integer value, but got batch_size={batchSize}", nameof(batchSize));
        }

        this.dataset = dataset;
        batch_size = batchSize;
        this.collate_fn = collate_fn;
        sampler = shuffler;
        Device = device ?? CPU;
        num_workers = Math.Max(num_worker, 1);
        this.drop_last = drop_last;
        (DisposeBatch, DisposeDataset) = (disposeBatch, disposeDataset);
    }

    /// <summary>The samples.</summary>
    public Dataset<T> dataset { get; }

    /// <summary>Samples in a batch.</summary>
    public int batch_size { get; }

    /// <summary>Whether a last batch that is smaller is left out.</summary>
    public bool drop_last { get; }

    /// <summary>The numbers of the samples in the order of a pass.</summary>
    public IEnumerable<long> sampler { get; }

    /// <summary>The number of threads that fetch the samples of a batch.</summary>
    public int num_workers { get; }

    /// <summary>Makes a batch of samples, on a device.</summary>
    public Func<IEnumerable<T>, Device, S> collate_fn { get; }

    /// <summary>Where batches are: the CPU.</summary>
    public Device Device { get; }

    /// <summary>Whether a batch is disposed when the next one is asked for.</summary>
    public bool DisposeBatch { get; }

    /// <summary>Whether disposing the loader disposes the data set.</summary>
    public bool DisposeDataset { get; }

    /// <summary>The number of batches in a pass over the whole data set.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count + batch_size - 1) / batch_size;

    /// <summary>Begins a pass.</summary>
    /// <returns>The batches, one after the other.</returns>
    public IEnumerator<S> GetEnumerator() => new BatchEnumerator<T, S>(this);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Disposes the data set, unless the constructor was told not to.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the batch of some samples. What it makes beside the batch is left to the current scope.</summary>
    internal virtual S Batch(long[] indices)
    {
        using var samples = new FetchedSamples<T>(dataset, indices, num_workers);
        return collate_fn(samples.Samples, Device);
    }

    /// <summary>Disposes the data set, unless the constructor was told not to.</summary>
    /// <param name="disposing">False when called by a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset)
            dataset.Dispose();
    }

    private static IEnumerable<long> Order(Dataset<T> dataset, bool shuffle, int? seed)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return shuffle ? new FisherYatesShuffler(dataset.Count, seed) : InOrder(dataset.Count);
    }

    private static IEnumerable<long> InOrder(long count)
    {
        for (var i = 0L; i < count; i++)
            yield return i;
    }
}
