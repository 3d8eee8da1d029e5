using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.init;

namespace Tortue.Tensors.Tests.nn;

[Collection(RandomNumbersCollection.Name)]
public class InitTests
{
    private static readonly Dictionary<string, Action<Tensor>> Fills = new()
    {
        ["uniform"] = t => uniform_(t, -2, 3),
        ["normal"] = t => normal_(t, 1, 2),
        ["xavier_uniform"] = t => xavier_uniform_(t, calculate_gain(NonlinearityType.Tanh)),
        ["xavier_normal"] = t => xavier_normal_(t),
        ["kaiming_uniform"] = t => kaiming_uniform_(t, 0.2),
        ["kaiming_normal_fan_out"] = t => kaiming_normal_(t, mode: FanInOut.FanOut, nonlinearity: NonlinearityType.ReLU),
        ["orthogonal"] = t => orthogonal_(t, 1.5),
    };

    [Fact]
    public void TheNumbersArePyTorchs()
    {
        foreach (var (key, expected) in NetworkValues.Load("nn")["init"]!.AsObject())
        {
            var (name, shape) = (key.Split(' ')[0], expected!["shape"]!.Longs());
            if (!Engine.IsOurs && name == "xavier_normal")
                continue; // Theirs draws from the uniform distribution.
            manual_seed(1);
            var weights = empty(shape);
            Fills[name](weights);
            NetworkValues.AssertClose(expected, weights, 2e-6, key);
        }
    }

    [Theory]
    [InlineData(40, 25)]
    [InlineData(25, 40)]
    public void OrthogonalMeansThatTheShorterSideIsOrthonormal(long rows, long columns)
    {
        var weights = empty(rows, columns, dtype: ScalarType.Float64);
        orthogonal_(weights, 2);
        var gram = rows < columns ? weights.mm(weights.t()) : weights.t().mm(weights);
        var tolerance = Engine.IsOurs ? 1e-12 : 1e-5; // Theirs computes in Float32.
        Assert.True(gram.allclose(eye(Math.Min(rows, columns), dtype: ScalarType.Float64) * 4, 0, tolerance));
    }

    [Fact]
    public void ParametersAreFilledOutsideTheHistory()
    {
        var parameter = torch.nn.Parameter(zeros(3, 4));
        constant_(parameter, 2);
        Assert.True(parameter.requires_grad);
        Assert.True(parameter.is_leaf);
        Assert.True(parameter.allclose(full(3, 4, 2f)));
        Assert.True(eye_(parameter).detach().allclose(eye(3, 4)));
    }

    [Fact]
    public void FansOfAKernelCountItsPlaces()
    {
        Assert.Equal((3 * 25, 7 * 25), CalculateFanInAndFanOut(empty(7, 3, 5, 5)));
        Assert.Throws<ArgumentException>(() => CalculateFanInAndFanOut(empty(7)));
    }
}
