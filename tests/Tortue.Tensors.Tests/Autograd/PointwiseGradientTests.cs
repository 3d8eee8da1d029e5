using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd;

/// <summary>Gradients of elementwise operations against central differences.</summary>
public class PointwiseGradientTests
{
    public static TheoryData<string> FunctionNames => [.. Functions.Keys];

    public static TheoryData<string> PairNames => [.. Pairs.Keys];

    /// <summary>Each with the interval in which it is smooth.</summary>
    private static readonly Dictionary<string, (Func<Tensor, Tensor> Function, double From, double To)> Functions = new()
    {
        ["exp"] = (x => x.exp(), -2, 2),
        ["exp2"] = (x => x.exp2(), -2, 2),
        ["expm1"] = (x => x.expm1(), -2, 2),
        ["log"] = (x => x.log(), 0.2, 3),
        ["log2"] = (x => x.log2(), 0.2, 3),
        ["log10"] = (x => x.log10(), 0.2, 3),
        ["log1p"] = (x => x.log1p(), -0.7, 3),
        ["sqrt"] = (x => x.sqrt(), 0.2, 3),
        ["rsqrt"] = (x => x.rsqrt(), 0.3, 3),
        ["reciprocal"] = (x => x.reciprocal(), 0.3, 3),
        ["sin"] = (x => x.sin(), -3, 3),
        ["cos"] = (x => x.cos(), -3, 3),
        ["tan"] = (x => x.tan(), -1.2, 1.2),
        ["asin"] = (x => x.asin(), -0.9, 0.9),
        ["acos"] = (x => x.acos(), -0.9, 0.9),
        ["atan"] = (x => x.atan(), -3, 3),
        ["sinh"] = (x => x.sinh(), -2, 2),
        ["cosh"] = (x => x.cosh(), -2, 2),
        ["asinh"] = (x => x.asinh(), -3, 3),
        ["acosh"] = (x => x.acosh(), 1.2, 3),
        ["atanh"] = (x => x.atanh(), -0.8, 0.8),
        ["tanh"] = (x => x.tanh(), -3, 3),
        ["sigmoid"] = (x => x.sigmoid(), -3, 3),
        ["relu above zero"] = (x => x.relu(), 0.1, 3),
        ["relu below zero"] = (x => x.relu(), -3, -0.1),
        ["leaky_relu above zero"] = (x => x.leaky_relu(0.1), 0.1, 3),
        ["leaky_relu below zero"] = (x => x.leaky_relu(0.1), -3, -0.1),
        ["abs above zero"] = (x => x.abs(), 0.1, 3),
        ["abs below zero"] = (x => x.abs(), -3, -0.1),
        ["square"] = (x => x.square(), -3, 3),
        ["neg"] = (x => -x, -3, 3),
        ["sign"] = (x => x.sign(), 0.1, 3),
        ["floor"] = (x => x.floor(), 0.1, 0.9),
        ["round"] = (x => x.round(), 0.6, 1.4),
        ["clamp"] = (x => x.clamp(-1, 1), -0.9, 0.9),
        ["clamp outside"] = (x => x.clamp(-1, 1), 1.1, 3),
        ["clamp_min"] = (x => x.clamp_min(0.5), 0.6, 2),
        ["pow 2"] = (x => x.pow(2), -3, 3),
        ["pow 3"] = (x => x.pow(3), -3, 3),
        ["pow 0"] = (x => x.pow(0), -3, 3),
        ["pow 1"] = (x => x.pow(1), -3, 3),
        ["pow ½"] = (x => x.pow(0.5), 0.2, 3),
        ["pow −1"] = (x => x.pow(-1), 0.3, 3),
        ["pow −1.7"] = (x => x.pow(-1.7), 0.3, 3),
        ["add number"] = (x => 2 + x + 0.5, -3, 3),
        ["sub number"] = (x => 2 - (x - 0.5), -3, 3),
        ["mul number"] = (x => 3 * x * 0.5, -3, 3),
        ["div number"] = (x => x / 3.0, -3, 3),
        ["number div"] = (x => 2.0 / x, 0.3, 3),
        ["remainder"] = (x => x.remainder(5), 0.2, 4.8),
        ["softmax"] = (x => x.softmax(-1), -3, 3),
        ["log_softmax"] = (x => x.log_softmax(0), -3, 3),
        ["to float64"] = (x => x.to(float64, copy: true), -3, 3),
        ["add_ with alpha"] = (x => x.clone().add_(x, 3), -3, 3),
        ["masked_fill"] = (x => x.masked_fill(x.detach().gt(0), 2), -3, 3),
        ["bernoulli"] = (x => x * x.detach().mul(0).add(0.5).bernoulli(new Generator(3)), -3, 3),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Pairs = new()
    {
        ["add"] = (a, b) => a + b,
        ["add alpha"] = (a, b) => a.add(b, 0.3),
        ["sub"] = (a, b) => a - b,
        ["mul"] = (a, b) => a * b,
        ["div"] = (a, b) => a / b,
        ["pow"] = (a, b) => a.pow(b),
        ["maximum"] = (a, b) => maximum(a, b),
        ["minimum"] = (a, b) => minimum(a, b),
        ["where"] = (a, b) => where(a.detach() > 1.3, a, b),
        ["remainder"] = (a, b) => remainder(a * 3, b),
        ["addition to itself"] = (a, b) => a + b + a * a,
    };

    [Theory]
    [MemberData(nameof(FunctionNames))]
    public void OneOperand(string name)
    {
        var (function, from, to) = Functions[name];
        GradientCheck.Run(function, Values(from, to), Values(from, to, 3), Values(from, to, 2, 3), Values(from, to, 2, 3, 4));
    }

    [Theory]
    [MemberData(nameof(PairNames))]
    public void TwoOperands(string name)
    {
        long[][] shapes = [[], [1], [3], [2, 3], [2, 1], [1, 3], [4, 2, 3], [4, 1, 1]];
        foreach (var first in shapes)
        {
            foreach (var second in shapes)
                GradientCheck.Run(Pairs[name], Values(0.4, 2.2, first), Values(0.55, 2.1, second));
        }
    }

    /// <summary>Numbers spread over an interval, in an order that is not sorted, and the same at every run.</summary>
    private static Tensor Values(double from, double to, params long[] shape)
    {
        var count = (int)shape.TotalSize();
        var values = Enumerable.Range(0, count).Select(i => from + ((to - from) * ((0.37 + (i * 0.6180339887)) % 1)));
        return tensor(values.ToArray(), shape);
    }
}
