using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static Tortue.Tensors.Tests.Golden.GoldenGradients;

namespace Tortue.Tensors.Tests.Golden;

/// <summary>Largest elements and averages of windows, with their gradients, against PyTorch: as functions and as modules.</summary>
public class PoolingGoldenTests
{
    private static readonly Tensor A = Numbers(0.37, 2, 2, 6, 7);
    private static readonly Tensor Wide = Numbers(0.1, 1, 1, 5, 21);
    private static readonly Tensor Single = Numbers(0.6, 1, 1, 4, 38).to_type(float32);
    private static readonly Tensor One = Numbers(0.8, 2, 6, 5);
    private static readonly Tensor Line = Numbers(0.37, 3, 11);
    private static readonly Tensor Lines = Numbers(0.2, 2, 1, 15);
    private static readonly Tensor Ties =
        tensor(new[,] { { 1.0, 1, 0, 2 }, { 1, 1, 2, 2 }, { -1, 0, 0, 0 }, { 0, -1, 0, 0 } }).reshape(1, 1, 4, 4);

    private static readonly Dictionary<string, (Func<Tensor, Tensor>[] Functions, Tensor Input)> Cases = Listed();

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheResultAndItsGradientArePyTorchs(string name)
    {
        var (functions, input) = Cases[name];
        var expected = GoldenValues.Load("pooling.json").GetProperty(name);
        foreach (var function in functions)
            Check(expected, x => function(x[0]), input.dtype == float32 ? 1e-6 : 1e-10, input);
    }

    [Fact]
    public void EveryValueOfPyTorchsIsCompared() =>
        Assert.Equal(GoldenValues.Load("pooling.json").EnumerateObject().Select(o => o.Name).Order(), Cases.Keys.Order());

    private static Dictionary<string, (Func<Tensor, Tensor>[] Functions, Tensor Input)> Listed()
    {
        var cases = new Dictionary<string, (Func<Tensor, Tensor>[] Functions, Tensor Input)>();
        Largest("max 2", x => functional.max_pool2d(x, 2), MaxPool2d(2));
        Largest("max 3 1 1", x => functional.max_pool2d(x, 3, 1, 1), MaxPool2d(3, 1, 1));
        Largest("max 3 2 1", x => functional.max_pool2d(x, [3], [2], [1]), MaxPool2d([3, 3], [2, 2], [1, 1]));
        Largest("max pairs", x => functional.max_pool2d(x, (2, 3), (1, 2), (1, 0)), MaxPool2d((2, 3), (1, 2), (1, 0)));
        Largest("max ceil", x => functional.max_pool2d(x, 3, 2, ceil_mode: true), MaxPool2d(3, 2, ceil_mode: true));
        Largest("max ceil padded", x => functional.max_pool2d(x, 2, 3, 1, ceil_mode: true), MaxPool2d(2, 3, 1, ceil_mode: true));
        Largest("max dilated", x => functional.max_pool2d(x, 2, 2, 1, 3), MaxPool2d(2, 2, 1, 3));
        Largest(
            "max dilated pairs", x => functional.max_pool2d(x, (3, 2), (1, 1), (1, 1), (2, 3)), MaxPool2d((3, 2), (1, 1), (1, 1), (2, 3)));
        Largest("max 2 3", x => functional.max_pool2d(x, 2, 3), MaxPool2d(2, 3));
        cases["max ties"] = ([x => functional.max_pool2d(x, 2), x => MaxPool2d(2).forward_with_indices(x).Values], Ties);
        cases["max no numbers"] = (
            [x => functional.max_pool2d(x, 2), x => functional.max_pool2d_with_indices(x, [2]).output], WithoutNumbers());
        cases["max no numbers indices"] = ([x => functional.max_pool2d_with_indices(x, [2]).indices], WithoutNumbers());
        cases["max one image"] = ([x => functional.max_pool2d(x, 3, 2)], One);

        Average("avg 2", x => functional.avg_pool2d(x, 2), AvgPool2d(2));
        Average("avg 3 1 1", x => functional.avg_pool2d(x, 3, 1, 1), AvgPool2d(3, 1, 1));
        Average("avg 3 2 1", x => functional.avg_pool2d(x, [3], [2], [1]), AvgPool2d([3], [2], [1]));
        Average("avg inside", x => functional.avg_pool2d(x, 3, 2, 1, false, false), AvgPool2d(3, 2, 1, count_include_pad: false));
        Average("avg pairs", x => functional.avg_pool2d(x, (2, 3), (1, 3), (1, 0)), AvgPool2d((2, 3), (1, 3), (1, 0)));
        Average("avg ceil", x => functional.avg_pool2d(x, 3, 2, ceil_mode: true), AvgPool2d(3, 2, ceil_mode: true));
        Average("avg ceil padded", x => functional.avg_pool2d(x, 2, 3, 1, ceil_mode: true), AvgPool2d(2, 3, 1, ceil_mode: true));
        Average(
            "avg ceil inside", x => functional.avg_pool2d(x, 2, 3, 1, true, false), AvgPool2d(2, 3, 1, true, false));
        Average("avg divisor", x => functional.avg_pool2d(x, 2, divisor_override: 3), AvgPool2d(2, divisor_override: 3));
        cases["avg one image"] = ([x => functional.avg_pool2d(x, 2)], One);

        cases["max 1d"] = (
            [
                x => functional.max_pool1d(x, 3, 2, 1), x => MaxPool1d(3, 2, 1).call(x),
                x => MaxPool1d(3, 2, 1).forward_with_indices(x).Values,
            ],
            Lines);
        cases["max 1d of one"] = ([x => functional.max_pool1d(x, 2, dilation: 3), x => MaxPool1d(2, dilation: 3).call(x)], Line);
        cases["max 1d indices"] = ([x => functional.max_pool1d_with_indices(x, 3).indices], Lines);
        cases["avg 1d"] = ([x => functional.avg_pool1d(x, 3, 2, 1), x => AvgPool1d(3, 2, 1).call(x)], Lines);
        cases["avg 1d inside"] = (
            [x => functional.avg_pool1d(x, 4, 3, 2, true, false), x => AvgPool1d(4, 3, 2, true, false).call(x)], Line);
        cases["adaptive max"] = ([x => functional.adaptive_max_pool2d(x, [3, 4]), x => AdaptiveMaxPool2d([3, 4]).call(x)], A);
        cases["adaptive max indices"] = ([x => AdaptiveMaxPool2d([3, 4]).forward_with_indices(x).Item2], A);
        cases["adaptive max larger"] = ([x => functional.adaptive_max_pool2d(x, [8, 2])], One);
        return cases;

        void Largest(string name, Func<Tensor, Tensor> function, TorchSharp.Modules.MaxPool2d module)
        {
            Func<Tensor, Tensor>[] functions = [function, x => module.call(x), x => module.forward_with_indices(x).Values];
            (cases[name], cases[name + " wide"], cases[name + " single"]) = ((functions, A), (functions, Wide), (functions, Single));
            cases[name + " indices"] = ([x => module.forward_with_indices(x).Indices], A);
        }

        void Average(string name, Func<Tensor, Tensor> function, TorchSharp.Modules.AvgPool2d module)
        {
            Func<Tensor, Tensor>[] functions = [function, x => module.call(x)];
            (cases[name], cases[name + " wide"], cases[name + " single"]) = ((functions, A), (functions, Wide), (functions, Single));
        }
    }

    private static Tensor WithoutNumbers()
    {
        var x = Ties.clone();
        (x[0, 0, 1, 1], x[0, 0, 3, 3]) = (tensor(double.NaN), tensor(double.NegativeInfinity));
        return x;
    }
}
