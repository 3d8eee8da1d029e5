using Tortue.DepthScaling;
using Tortue.Models;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public class ResidualShapeTests
{
    public static TheoryData<ResidualShape, string> Wrong => new()
    {
        { new() { Width = 0 }, "The width d must be between 1 and 4096, not 0." },
        { new() { Width = 4097 }, "The width d must be between 1 and 4096, not 4097." },
        { new() { Depth = 0 }, "The depth L must be between 1 and 100000, not 0." },
        { new() { Beta = -0.1 }, "The exponent β of α_L = L^(−β) must be a finite number of at least 0, not -0.1." },
        { new() { Beta = double.NaN }, "The exponent β of α_L = L^(−β) must be a finite number of at least 0, not NaN." },
        { new() { InputSize = -1 }, "The input size must be between 1 and 4096, not -1." },
        { new() { Model = (ResidualModel)9 }, "There is no residual model 9; use Res1, Res2 or Res3." },
        { new() { Law = (WeightLaw)9 }, "There is no law of weights 9; use Uniform or Normal." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void SaysInOneSentenceWhatIsWrong(ResidualShape shape, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(shape.Validate).Message);

    [Fact]
    public void CountsTheWeightsOfFigures1And3()
    {
        var depths = new[] { 10, 120, 230, 340, 450, 560, 670, 780, 890, 1000 };

        Assert.Equal(2_424_000_000, 3 * 50 * depths.Sum(depth => new ResidualShape { Depth = depth }.WeightCount));
    }

    [Theory]
    [InlineData("relu", -2, 0)]
    [InlineData("identity", -2, -2)]
    [InlineData("leaky_relu(0.25)", -2, -0.5)]
    [InlineData("tanh", 0.5, 0.4621172)]
    public void ActivationsAreReadFromTheirNames(string name, float x, float y)
    {
        var activation = Activation.Parse(name);

        Assert.Equal(name, activation.Name);
        Assert.Equal(y, activation.Value(x), 1e-6f);
    }

    [Theory]
    [InlineData("gelu", "There is no activation 'gelu'; use relu, identity, tanh, sigmoid, softsign or leaky_relu(slope).")]
    [InlineData("leaky_relu(2)", "The slope of a leaky ReLU must be between 0 and 1, not 2.")]
    public void UnknownActivationsAreRefused(string name, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Activation.Parse(name)).Message);
}
