using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TorchSharp;
using Tortue.Models;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Models;

/// <summary>Initial weights have the variance that their law states.</summary>
[Collection(nameof(OneGenerator))]
public sealed class WeightInitTests
{
    public static TheoryData<string> All =>
    [
        "standard", "glorot_uniform", "glorot_normal", "he_normal", "he_uniform", "he_normal_out", "he_uniform_out",
        "he_normal(0.2)", "he_normal_average", "normal(1.5)", "uniform(0.5)", "orthogonal", "orthogonal(2)",
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void DrawnWeightsHaveTheStatedVariance(string name)
    {
        const long In = 180, Out = 260;
        var init = WeightInit.Parse(name);
        var weight = empty(Out, In);
        init.Fill(weight, new Generator(7));

        double expected = init.Variance(In, Out);
        double measured = weight.square().mean().ToDouble();

        // Four standard errors of a normal law's second moment; other laws have smaller ones.
        Assert.Equal(expected, measured, 4 * expected * Math.Sqrt(2.0 / (In * Out)));
        Assert.Equal(0, weight.mean().ToDouble(), 4 * Math.Sqrt(expected / (In * Out)));
        Assert.Equal(name, init.Name);
    }

    [Theory]
    [InlineData("glorot_uniform", 300, 500)]
    [InlineData("he_uniform", 300, 500)]
    [InlineData("standard", 300, 500)]
    public void UniformLawsStayInsideTheirBoundAndComeNearIt(string name, long fanIn, long fanOut)
    {
        var init = WeightInit.Parse(name);
        double bound = name switch
        {
            "glorot_uniform" => Math.Sqrt(6.0 / (fanIn + fanOut)),
            "he_uniform" => Math.Sqrt(6.0 / fanIn),
            _ => 1 / Math.Sqrt(fanIn),
        };
        var weight = empty(fanOut, fanIn);
        init.Fill(weight, new Generator(3));

        Assert.InRange(weight.abs().max().ToDouble(), 0.999 * bound, bound * (1 + 1e-6));
    }

    [Fact]
    public void ConvolutionsCountTheAreaOfTheirKernels()
    {
        var weight = empty(64, 32, 3, 3);
        WeightInit.HeNormalOut.Fill(weight, new Generator(5));

        Assert.Equal(2.0 / (64 * 9), weight.square().mean().ToDouble(), 4 * 2.0 / (64 * 9) * Math.Sqrt(2.0 / (64 * 32 * 9)));
    }

    [Theory]
    [InlineData(5, 9)]
    [InlineData(9, 5)]
    [InlineData(6, 6)]
    public void OrthogonalMatricesAreOrthogonal(long rows, long columns)
    {
        var weights = WeightInit.ScaledOrthogonal(1.5).Draw(3, rows, columns, new Generator(1), ScalarType.Float64);
        for (int i = 0; i < 3; i++)
        {
            var weight = weights[i];
            var gram = rows <= columns ? weight.matmul(weight.t()) : weight.t().matmul(weight);
            Assert.True(gram.allclose(2.25 * eye(Math.Min(rows, columns), dtype: ScalarType.Float64)));
        }

        Assert.False(weights[0].allclose(weights[1]));
    }

    [Fact]
    public void ANetworksBiasesAreZeroAndItsNormalisationIsLeftAlone()
    {
        var network = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.Flatten(), nn.Linear(16, 5));
        WeightInit.HeNormal.Apply(network, new Generator(2));

        foreach (var (name, parameter) in network.named_parameters())
        {
            if (name.EndsWith("bias", StringComparison.Ordinal))
                Assert.Equal(0, parameter.abs().max().ToDouble());
            else if (parameter.dim() == 1)
                Assert.Equal(1, parameter.min().ToDouble());
        }
    }

    [Fact]
    public void TheSameSeedDrawsTheSameWeights()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), seed =>
        {
            using var first = WeightInit.GlorotNormal.Draw(2, 4, 3, new Generator((ulong)seed.Item));
            using var second = WeightInit.GlorotNormal.Draw(2, 4, 3, new Generator((ulong)seed.Item));
            return first.eq(second).all().ToBoolean();
        }));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void NamesSurviveJson(string name)
    {
        var init = WeightInit.Parse(name);

        Assert.Equal(init, JsonSerializer.Deserialize<WeightInit>(JsonSerializer.Serialize(init)));
    }

    [Theory]
    [InlineData("xavier", "There is no initialisation 'xavier'")]
    [InlineData("glorot_uniform(2)", "There is no initialisation 'glorot_uniform(2)'")]
    [InlineData("normal(-1)", "The gain of an initialisation must be a finite number above 0, not -1.")]
    [InlineData("he_normal(1.5)", "The slope of a leaky ReLU must be between 0 and 1, not 1.5.")]
    public void OtherNamesAreRefused(string name, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => WeightInit.Parse(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void VectorsAreRefused() =>
        Assert.Contains("[4]", Assert.Throws<ArgumentException>(() => WeightInit.HeNormal.Fill(zeros(4))).Message, StringComparison.Ordinal);
}
