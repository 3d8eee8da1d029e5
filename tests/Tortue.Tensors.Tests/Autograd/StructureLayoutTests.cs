using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd;

/// <summary>Gradients of operators that order, accumulate and contract against central differences, for several layouts.</summary>
public class StructureLayoutTests
{
    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Function, long[][] Shapes)> Functions = new()
    {
        ["sort"] = (x => x[0].sort(1).Values, [[2, 4, 2]]),
        ["topk"] = (x => x[0].topk(2, 0).values, [[4, 2]]),
        ["cumsum"] = (x => x[0].cumsum(1), [[2, 3, 2]]),
        ["cumprod"] = (x => x[0].cumprod(0), [[4, 2]]),
        ["flip"] = (x => x[0].flip(0, -1), [[2, 3, 2]]),
        ["tril"] = (x => x[0].tril(1), [[3, 4]]),
        ["triu_"] = (x => (x[0] * 2).triu_(), [[3, 4]]),
        ["erf"] = (x => x[0].erf(), [[2, 3]]),
        ["erfc_"] = (x => (x[0] * 2).erfc_(), [[2, 3]]),
        ["std_mean"] = (x => x[0].std_mean(1).std * x[0].std_mean(1).mean, [[2, 3]]),
        ["einsum"] = (x => einsum("bij,jk->kb", x), [[2, 3, 4], [4, 2]]),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AgreesWithDifferences(string name)
    {
        var (function, shapes) = Functions[name];
        GradientCheck.Run(function, 1e-6, [.. shapes.Select((shape, i) => Golden.GoldenGradients.Numbers(0.2 + (0.11 * i), shape))]);
    }
}
