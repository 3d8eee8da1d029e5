using System.Globalization;
using static TorchSharp.torch;

namespace Tortue.Benchmarks.VersusPyTorch;

/// <summary>All the work that is compared.</summary>
internal static class Rows
{
    private const string ForProducts = "100";
    private const string ForImages = "1000";

    private static readonly string[] Counts = ["1e2", "1e4", "1e6", "1e7"];

    /// <summary>The rows in the order of the table.</summary>
    public static IReadOnlyList<Row> All { get; } = [.. Products(), .. Networks(), .. Images(), .. Elementwise()];

    private static IEnumerable<Row> Products() =>
        from size in new[] { 64, 128, 256, 512, 1024 }
        select new Row($"matmul-{size}", $"product of two {size} x {size} matrices", () =>
        {
            Tensor a = Numbers.Uniform(1, [size, size]), b = Numbers.Uniform(2, [size, size]);
            return () => a.matmul(b);
        })
        { SpinCount = ForProducts };

    private static IEnumerable<Row> Networks() =>
    [
        new("mlp-deep", "50 layers of 128 with tanh, batch of 64, forward and backward", NetworkRows.Deep) { SpinCount = ForProducts },
        new("shattered", "df/dx at 256 points, 8 networks of 24 layers of 200", ShatteredRow.Prepare),
        new("propagation", "100 new networks of 50 layers of 128 with tanh, forward and backward", PropagationRow.Prepare)
        {
            Tolerance = PropagationRow.Tolerance,
        },
        new("mlp-adam", "784-256-10, batch of 32, a step of Adam", NetworkRows.Adam) { SpinCount = ForProducts },
    ];

    private static IEnumerable<Row> Images() =>
    [
        new("resnet", "3 residual blocks of 16 channels, 64 images of 32 x 32, a step of SGD", ImageRows.ResNet) { SpinCount = ForImages },
        new("critical-residual", "chapter 3's residual network, 32 images of 16 x 16, a step of SGD", CriticalRows.Residual)
        {
            SpinCount = ForImages,
        },
        new("critical-allconv", "chapter 3's convolutions alone, 64 images of 32 x 32, a step of SGD", CriticalRows.AllConvolutional)
        {
            SpinCount = ForImages,
        },
        .. from channels in new[] { 16, 64 }
           from batch in new[] { 64, 1 }
           select new Row(
               $"conv-{channels}-b{batch}", $"3 x 3 convolution, {channels} channels, {batch} x 32 x 32, forward and backward",
               () => ImageRows.Convolution(channels, batch)) { SpinCount = ForImages },
    ];

    private static IEnumerable<Row> Elementwise() =>
    [
        .. Each("chain", "sum of tanh(2x + 1) y", (x, y) => ((x * 2 + 1).tanh() * y).sum()),
        .. from count in Counts select new Row($"gradient-{count}", $"the chain's gradient, {count} numbers", () => Gradient(Size(count))),
        .. Each("add", "x + y", (x, y) => x + y),
        .. Each("mul", "x y", (x, y) => x * y),
        .. Each("neg", "-x", (x, y) => -x),
        .. Each("relu", "larger one of x and 0", (x, y) => x.relu()),
        .. Each("clamp", "x between -0.2 and 0.3", (x, y) => x.clamp(-0.2, 0.3)),
        .. Each("bias", "rows of 100 of x, and a row added to each", (x, y) => x.view(-1, 100) + y.narrow(0, 0, 100)),
        .. Each("column", "rows of 100 of x, and a number added to each row", (x, y) =>
            x.view(-1, 100) + y.narrow(0, 0, x.size(0) / 100).view(-1, 1)),
        .. Each("transposed", "x as a transposed matrix of 100 columns, and 1 added", (x, y) => x.view(-1, 100).t() + 1),
        .. Each("sin", "sin(x)", (x, y) => x.sin()),
        .. Each("cos", "cos(x)", (x, y) => x.cos()),
        .. Each("cumsum", "running sum of x", (x, y) => x.cumsum(0)),
        .. Each("exp", "exp(x)", (x, y) => x.exp()),
        .. Each("greater", "x > y", (x, y) => x > y),
        .. Each("sum", "sum of x", (x, y) => x.sum()),
        .. Each("mean", "mean of x", (x, y) => x.mean()),
        .. Each("max", "largest of x", (x, y) => x.max()),
        .. Each("softmax", "softmax of x", (x, y) => x.softmax(0)),
    ];

    private static IEnumerable<Row> Each(string name, string work, Func<Tensor, Tensor, Tensor> function) =>
        from count in Counts
        select new Row($"{name}-{count}", $"{work}, {count} numbers", () =>
        {
            Tensor x = Numbers.Uniform(1, [Size(count)]), y = Numbers.Uniform(2, [Size(count)]);
            return () => function(x, y);
        });

    private static Func<Tensor> Gradient(long count)
    {
        Tensor x = Numbers.Uniform(1, [count]).requires_grad_(), y = Numbers.Uniform(2, [count]);
        return () => autograd.grad([((x * 2 + 1).tanh() * y).sum()], [x])[0];
    }

    private static long Size(string count) => (long)double.Parse(count, CultureInfo.InvariantCulture);
}
