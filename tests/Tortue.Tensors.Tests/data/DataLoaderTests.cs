using FsCheck;
using FsCheck.Fluent;
using TorchSharp.Modules;
using TorchSharp.Utils;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Data;

/// <summary>Batches: which samples, in which order, and who disposes them.</summary>
public class DataLoaderTests
{
    [Theory]
    [InlineData(false, new[] { 3, 3, 1 })]
    [InlineData(true, new[] { 3, 3 })]
    public void BatchesStackSamplesInOrder(bool dropLast, int[] sizes)
    {
        using var loader = utils.data.DataLoader(new CountingSet(7), 3, drop_last: dropLast);
        var next = 0;
        var seen = new List<int>();
        foreach (var batch in loader)
        {
            var numbers = batch["number"].data<float>().ToArray();
            Assert.Equal(Enumerable.Range(next, numbers.Length).Select(i => (float)i), numbers);
            Assert.Equal([numbers.Length, 2], batch["square"].shape);
            Assert.Equal(numbers.Select(i => i * i), batch["square"].select(1, 1).data<float>().ToArray());
            next += numbers.Length;
            seen.Add(numbers.Length);
        }

        Assert.Equal(sizes, seen);
        Assert.Equal(sizes.Length, loader.Count);
    }

    [Fact]
    public void ABatchAndItsSamplesAreDisposedInTime()
    {
        using var outer = NewDisposeScope();
        var set = new CountingSet(4);
        var loader = utils.data.DataLoader(set, 2);
        var batches = new List<Tensor>();
        foreach (var batch in loader)
        {
            Assert.All(set.Made, made => Assert.True(made.IsInvalid));
            Assert.All(batches, former => Assert.True(former.IsInvalid));
            Assert.False(batch["number"].IsInvalid);
            batches.Add(batch["number"]);
        }

        Assert.All(batches, batch => Assert.True(batch.IsInvalid));
        Assert.Equal(0, outer.DisposablesCount);
        loader.Dispose();
        Assert.True(set.IsDisposed);
    }

    [Fact]
    public void BatchesAndDataSetsThatAreNotToBeDisposedStay()
    {
        var set = new CountingSet(4);
        var batches = new List<Tensor>();
        using (NewDisposeScope())
        using (var loader = utils.data.DataLoader(set, 2, disposeBatch: false, disposeDataset: false))
        {
            foreach (var batch in loader)
                batches.Add(batch["number"]);
        }

        Assert.Equal([0, 1], batches[0].data<float>().ToArray());
        Assert.Equal([2, 3], batches[1].data<float>().ToArray());
        Assert.False(set.IsDisposed);
    }

    [Fact]
    public void ManyThreadsFetchTheSameBatches()
    {
        using var one = utils.data.DataLoader(new CountingSet(50), 8, shuffle: true, seed: 3);
        using var four = utils.data.DataLoader(new CountingSet(50), 8, shuffle: true, seed: 3, num_worker: 4);
        Assert.Equal(4, four.num_workers);
        Assert.Equal(Numbers(one), Numbers(four));
    }

    [Fact]
    public void ASeededOrderIsTorchSharps()
    {
        // Drawn with TorchSharp's own FisherYatesShuffler on .NET 10.
        Assert.Equal([9, 2, 4, 8, 7, 1, 3, 0, 6, 5], new FisherYatesShuffler(10, 1));
        Assert.Equal([14, 9, 7, 3, 1, 6, 15, 8, 5, 0, 10, 16, 11, 12, 13, 2, 4], new FisherYatesShuffler(17, 42));
        Assert.Equal([3, 4, 2, 1, 0], new FisherYatesShuffler(5, -7));
    }

    [Fact]
    public void EveryOrderHasEverySampleOnce() =>
        Prop.ForAll(Gen.Choose(0, 200).ToArbitrary(), ArbMap.Default.ArbFor<int?>(), (size, seed) =>
            new FisherYatesShuffler(size, seed).Order().SequenceEqual(Enumerable.Range(0, size).Select(i => (long)i)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void ASeededLoaderRepeatsItsOrderAndAnotherDrawsFromTheGlobalSource()
    {
        using var seeded = utils.data.DataLoader(new CountingSet(30), 7, shuffle: true, seed: 5);
        Assert.Equal(Numbers(seeded), Numbers(seeded));

        using var free = utils.data.DataLoader(new CountingSet(30), 7, shuffle: true);
        manual_seed(1);
        var (first, second) = (Numbers(free), Numbers(free));
        Assert.NotEqual(first, second);
        manual_seed(1);
        Engine.OnlyOurs("draws the order of a loader without seed from System.Random");
        Assert.Equal(first, Numbers(free));
    }

    [Fact]
    public void AnOrderOfOnesOwn()
    {
        using var loader = utils.data.DataLoader(new CountingSet(10), 2, [7L, 7L, 1L]);
        Assert.Equal([7f, 7f, 1f], Numbers(loader));
    }

    [Fact]
    public void ACollateFunctionOfOnesOwn()
    {
        using var loader = new DataLoader<Dictionary<string, Tensor>, double>(
            new CountingSet(5), 2, (samples, device) => samples.Sum(sample => sample["number"].item<float>()), shuffle: false);
        Assert.Equal([1.0, 5.0, 4.0], loader);
    }

    [Fact]
    public void AnEmptyDataSetHasNoBatches()
    {
        using var loader = utils.data.DataLoader(new CountingSet(0), 4);
        Assert.Empty(loader);
        Engine.OnlyOurs("counts one batch");
        Assert.Equal(0, loader.Count);
    }

    [Fact]
    public void WrongUseIsExplained()
    {
        Engine.OnlyOurs("finds out when it computes, or not at all");
        Assert.Contains("batch_size=0", Assert.ThrowsAny<ArgumentException>(() => utils.data.DataLoader(new CountingSet(3), 0)).Words());
        Assert.Contains("cuda", Assert.ThrowsAny<Exception>(() => utils.data.DataLoader(new CountingSet(3), 1, device: device("cuda"))).Words());
        using var loader = utils.data.DataLoader(new UnevenSet(), 2, num_worker: 2);
        Assert.Contains("'b'", Assert.ThrowsAny<ArgumentException>(() => loader.First()).Words());
    }

    private static float[] Numbers(DataLoader loader)
    {
        var numbers = new List<float>();
        foreach (var batch in loader)
            numbers.AddRange(batch["number"].data<float>());
        return [.. numbers];
    }

    private sealed class UnevenSet : utils.data.Dataset
    {
        public override long Count => 2;

        public override Dictionary<string, Tensor> GetTensor(long index) =>
            index == 0 ? new() { ["a"] = ones(1), ["b"] = ones(1) } : new() { ["a"] = ones(1) };
    }
}
