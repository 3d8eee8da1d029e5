using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Data;

/// <summary>Tensors as a data set, whose batches are gathered at once.</summary>
public class TensorDatasetTests
{
    [Fact]
    public void ASampleIsAPartOfEachTensor()
    {
        using var set = utils.data.TensorDataset(arange(12, dtype: float32).reshape(4, 3), tensor(new long[] { 5, 6, 7, 8 }));
        Assert.Equal(4, set.Count);
        Assert.Equal([6, 7, 8], set[2][0].data<float>().ToArray());
        Assert.Equal(8, set.GetTensor(-1)[1].item<long>());
    }

    [Fact]
    public void BatchesEqualStackedSamplesWhateverTheLayout()
    {
        manual_seed(0);
        Tensor[][] cases =
        [
            [randn(11, 2, 3), randint(0, 5, [11])],
            [randn(3, 11).T, randn(11, 4, dtype: float64)[TensorIndex.Colon, 1..3]],
            [ones(11, 2) > 0, arange(11, dtype: int32), zeros(11, 0)],
            [randn(20, 2)[9..], randn(11, 2, requires_grad: true)],
        ];
        foreach (var tensors in cases)
        {
            using var loader = utils.data.DataLoader(utils.data.TensorDataset(tensors), 4, shuffle: true, seed: 2);
            var order = loader.sampler.ToArray();
            var start = 0;
            foreach (var batch in loader)
            {
                var indices = order.Skip(start).Take(4).ToArray();
                for (var i = 0; i < tensors.Length; i++)
                {
                    var expected = stack(indices.Select(index => tensors[i][index]));
                    Assert.Equal((expected.dtype, expected.requires_grad), (batch[i].dtype, batch[i].requires_grad));
                    Assert.True(expected.eq(batch[i]).all().item<bool>());
                }

                start += 4;
            }

            Assert.True(start >= 11);
        }
    }

    [Fact]
    public void GradientsReachATensorOfTheSet()
    {
        var x = ones(4, 2, requires_grad: true);
        using var loader = utils.data.DataLoader(utils.data.TensorDataset(x), 2, [3L, 0L]);
        foreach (var batch in loader)
            batch[0].sum().backward();
        Assert.Equal([1, 1, 0, 0, 0, 0, 1, 1], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void TheSetOutlivesTheTensorsItWasMadeOf()
    {
        TensorDataset set;
        using (NewDisposeScope())
            set = utils.data.TensorDataset(ones(3, 2));
        using var loader = utils.data.DataLoader(set, 3);
        Assert.Equal(6, loader.Select(batch => batch[0].sum().item<float>()).Single());
    }

    [Fact]
    public void ABatchTakesOneTensorForEachOfTheSet()
    {
        using var loader = utils.data.DataLoader(utils.data.TensorDataset(zeros(1000, 784), zeros([1000], dtype: int64)), 100);
        var counts = DisposeScopeManager.Statistics.TensorStatistics;
        counts.Reset();
        Assert.Equal(10, loader.Count());
        Engine.OnlyOurs("takes samples one by one and stacks them");
        Assert.True(counts.CreatedInScopeCount < 10 * 10, $"{counts.CreatedInScopeCount} tensors for 10 batches");
        Assert.Equal(0, counts.ThreadTotalLiveCount);
    }

    [Fact]
    public void WrongUseIsExplained()
    {
        Assert.ThrowsAny<ArgumentException>(() => utils.data.TensorDataset());
        var uneven = Assert.ThrowsAny<ArgumentException>(() => utils.data.TensorDataset(ones(2, 3), ones(3)));
        Engine.OnlyOurs("does not name the shapes");
        Assert.Contains("[2, 3]", uneven.Words());
        Assert.ThrowsAny<ArgumentException>(() => utils.data.TensorDataset(tensor(1f)));
        using var loader = utils.data.DataLoader(utils.data.TensorDataset(ones(3)), 2, [0L, 3L]);
        Assert.Contains("index 3 is out of bounds for dimension 0 with size 3",
            Assert.ThrowsAny<Exception>(() => loader.First()).Words());
    }
}
