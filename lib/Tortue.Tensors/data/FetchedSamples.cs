using System.Runtime.ExceptionServices;
using static TorchSharp.torch;

namespace Tortue.Tensors.Data;

/// <summary>The samples of a batch, fetched on as many threads as asked for, with the tensors that fetching made, to be disposed.</summary>
internal sealed class FetchedSamples<T> : IDisposable
{
    private readonly IReadOnlyList<IDisposable>?[] _made;

    public FetchedSamples(utils.data.Dataset<T> dataset, long[] indices, int threads)
    {
        Samples = new T[indices.Length];
        _made = new IReadOnlyList<IDisposable>?[indices.Length];
        void Fetch(int i)
        {
            // A scope belongs to its thread, so each sample has one.
            using var scope = NewDisposeScope();
            Samples[i] = dataset.GetTensor(indices[i]);
            var made = scope.DisposablesView;
            scope.Detach(made);
            _made[i] = made;
        }

        try
        {
            if (threads == 1)
            {
                for (var i = 0; i < indices.Length; i++)
                    Fetch(i);
            }
            else
            {
                Parallel.For(0, indices.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, Fetch);
            }
        }
        catch (AggregateException several)
        {
            Dispose();
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The samples in the order asked for.</summary>
    public T[] Samples { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var made in _made)
        {
            foreach (var disposable in made ?? [])
                disposable.Dispose();
        }
    }
}
