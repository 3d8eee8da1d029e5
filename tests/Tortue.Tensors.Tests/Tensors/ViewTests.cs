using FsCheck;
using FsCheck.Fluent;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Tensors;

/// <summary>Views share memory, and show what a copy would.</summary>
public class ViewTests
{
    private static readonly (string Name, Func<Tensor, Tensor> Of)[] Views =
    [
        ("transpose", x => x.transpose(0, -1)),
        ("T", x => x.T),
        ("reversed dimensions", x => x.permute([.. Enumerable.Range(0, (int)x.ndim).Reverse().Select(d => (long)d)])),
        ("unsqueeze", x => x.unsqueeze(1)),
        ("squeeze", x => x.squeeze()),
        ("select", x => x.select(0, -1)),
        ("slice", x => x.slice(-1, 1, long.MaxValue, 2)),
        ("narrow", x => x.narrow(0, 0, 1)),
        ("index", x => x[TensorIndex.Ellipsis, TensorIndex.Slice(null, -1)]),
        ("chunk", x => x.chunk(2, -1)[0]),
        ("diagonal", x => x.ndim >= 2 ? x.diagonal(0, 0, -1) : x.alias()),
        ("reshape", x => x.reshape(-1)),
    ];

    [Fact]
    public void AnyViewOfAnyViewShowsWhatACopyWould()
    {
        var property = Prop.ForAll(Shapes().ToArbitrary(), Gen.Choose(0, Views.Length - 1).Three().ToArbitrary(), (shape, chosen) =>
        {
            var x = Numbered(shape);
            var copy = x.clone();
            foreach (var i in new[] { chosen.Item1, chosen.Item2, chosen.Item3 })
            {
                if (x.ndim == 0 || x.numel() == 0)
                    break;
                x = Views[i].Of(x);
                copy = Views[i].Of(copy).clone();
            }

            return x.shape.SequenceEqual(copy.shape)
                && x.data<double>().SequenceEqual(copy.data<double>())
                && (x * 2 + x).data<double>().SequenceEqual((copy * 2 + copy).data<double>())
                && x.sum().item<double>() == copy.sum().item<double>()
                && x.reshape(-1).data<double>().SequenceEqual(copy.reshape(-1).data<double>());
        });
        property.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void WritingThroughAViewWritesToTheBase()
    {
        foreach (var (name, view) in Views)
        {
            var x = Numbered([2, 3, 4]);
            var before = x.sum().item<double>();
            var part = view(x);
            part.add_(1);
            Assert.True(before + part.numel() == x.sum().item<double>(), name);
        }
    }

    [Fact]
    public void BroadcastingIsExpanding()
    {
        Func<Tensor, Tensor, Tensor>[] operators =
            [(a, b) => a + b, (a, b) => a * b, (a, b) => a - b, (a, b) => a / b, maximum, (a, b) => (a > b).to(float64)];
        var property = Prop.ForAll(Shapes().ToArbitrary(), Gen.Choose(0, 255).Two().ToArbitrary(), (shape, masks) =>
        {
            var (a, b) = (Numbered(Shrunk(shape, masks.Item1)) + 0.5, Numbered(Shrunk(shape, masks.Item2)) + 1);
            var common = broadcast_tensors(a, b)[0].shape;
            var (wideA, wideB) = (a.expand(common).clone(), b.expand(common).clone());
            return operators.All(f => f(a, b).data<double>().SequenceEqual(f(wideA, wideB).data<double>()));
        });
        property.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AProductOfTransposedMatricesIsThatOfCopies()
    {
        var property = Prop.ForAll(Gen.Choose(0, 9).Three().ToArbitrary(), sizes =>
        {
            var (m, n, k) = (sizes.Item1, sizes.Item2, sizes.Item3);
            var (a, b) = (Numbered([k, m]).T, Numbered([n, k]).t());
            var expected = (a.clone().unsqueeze(2) * b.clone().unsqueeze(0)).sum(1);
            Tensor[] products = [a.mm(b), a.clone().mm(b), a.matmul(b.clone())];
            return products.All(product => product.allclose(expected, 1e-12));
        });
        property.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ReductionsOverAnyDimensionsAgreeWithOneByOne()
    {
        var property = Prop.ForAll(Shapes().ToArbitrary(), Gen.Choose(0, 15).ToArbitrary(), (shape, mask) =>
        {
            var x = Numbered(shape).T;
            long[] dims = [.. Enumerable.Range(0, shape.Length).Where(d => (mask >> d & 1) == 1).Select(d => (long)d)];
            if (dims.Length == 0)
                return true;
            var (sum, largest) = (x, x);
            foreach (var d in dims)
                (sum, largest) = (sum.sum(d, keepdim: true), largest.max(d, keepdim: true).values);
            return x.sum(dims, true).allclose(sum, 1e-12) && x.amax(dims, true).Equals(largest);
        });
        property.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void TheFirstOfEqualOnesIsTheExtremumAndNotANumberWins()
    {
        foreach (var size in new[] { 1, 3, 17, 40 })
        {
            var x = zeros(2, size);
            Assert.Equal([0L, 0], x.argmax(1).data<long>().ToArray());
            Assert.Equal(x.argmax(1).data<long>().ToArray(), x.t().argmax(0).data<long>().ToArray());
            x[1, size / 2] = 3f;
            x[1, size - 1] = 3f;
            Assert.Equal([0L, size / 2], x.max(1).indexes.data<long>().ToArray());
            x[0, size - 1] = float.NaN;
            Assert.Equal(size - 1, x.argmin(1)[0].item<long>());
            Assert.Equal(size - 1, x.t().contiguous().argmax(0)[0].item<long>());
            Assert.True(x.max().isnan().item<bool>());
        }
    }

    [Fact]
    public void PartsPutTogetherAreTheWhole()
    {
        var property = Prop.ForAll(Shapes().ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), (shape, count) =>
            Enumerable.Range(0, shape.Length).All(d =>
            {
                var x = Numbered(shape).transpose(0, -1);
                return cat(x.chunk(count, d), d).Equals(x) && stack(x.unbind(d), d).Equals(x) && cat(x.split(count, d), d).Equals(x);
            }));
        property.QuickCheckThrowOnFailure();
    }

    private static Gen<long[]> Shapes() =>
        from rank in Gen.Choose(1, 4)
        from sizes in Gen.Choose(1, 4).ArrayOf(rank)
        select Array.ConvertAll(sizes, size => (long)size);

    /// <summary>Some sizes become one, and perhaps the first dimension goes.</summary>
    private static long[] Shrunk(long[] shape, int mask)
    {
        long[] sizes = [.. shape.Select((size, d) => (mask >> d & 1) == 1 ? 1 : size)];
        return (mask & 64) != 0 ? sizes[1..] : sizes;
    }

    private static Tensor Numbered(long[] shape) => arange(shape.TotalSize(), dtype: float64).reshape(shape) * 0.5;
}
