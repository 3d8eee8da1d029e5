using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils;
using static Tortue.Tensors.Tests.nn.NetworkValues;

namespace Tortue.Tensors.Tests.nn;

/// <summary>What nn.utils does to all parameters at once.</summary>
public class UtilityTests
{
    [Fact]
    public void NormsAreClippedAsPyTorchClipsThem()
    {
        var golden = Load("clipping");
        foreach (var wanted in golden["norms"]!.AsArray())
        {
            var parameters = WithGradients(golden["gradients"]!);
            var order = wanted!["order"]!.GetValue<string>();
            var limit = wanted["limit"]!.GetValue<double>();
            var norm = clip_grad_norm_(
                [Parameter(zeros(2)), .. parameters], limit,
                order == "inf" ? double.PositiveInfinity : double.Parse(order, CultureInfo.InvariantCulture));
            Assert.Equal(wanted["norm"]!.GetValue<double>(), norm, 1e-5);
            for (var i = 0; i < parameters.Length; i++)
                AssertClose(wanted["gradients"]![i]!, parameters[i].grad, 1e-6, $"gradient {i}, order {order}, limit {limit}");
        }
    }

    [Fact]
    public void ValuesAreClippedAsPyTorchClipsThem()
    {
        var golden = Load("clipping");
        foreach (var wanted in golden["values"]!.AsArray())
        {
            var parameters = WithGradients(golden["gradients"]!);
            clip_grad_value_([Parameter(zeros(2)), .. parameters], wanted!["limit"]!.GetValue<double>());
            for (var i = 0; i < parameters.Length; i++)
                AssertClose(wanted["gradients"]![i]!, parameters[i].grad, 1e-8, $"gradient {i}");
        }
    }

    [Fact]
    public void ClippingNeverMakesTheNormLargerThanItWasOrThanItMayBe()
    {
        var gradients = Gen.Choose(-1_000_000, 1_000_000).Select(n => n / 1000.0).NonEmptyListOf().Select(list => list.ToArray());
        var limits = Gen.Choose(0, 10_000).Select(n => n / 7.0);
        Prop.ForAll(gradients.ToArbitrary(), limits.ToArbitrary(), (values, limit) =>
        {
            var parameter = Parameter(zeros(values.Length, dtype: float64));
            parameter.grad = tensor(values);
            var before = clip_grad_norm_([parameter], limit);
            var after = clip_grad_norm_([parameter], limit);
            return after <= before && after <= limit && (before > limit || after == before);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20260103UL, 5UL));
    }

    [Fact]
    public void WithoutGradientsThereIsNothingToClip()
    {
        Assert.Equal(0, clip_grad_norm_([Parameter(ones(3))], 1));
        Assert.Equal(0, clip_grad_norm_([], 1));
    }

    [Fact]
    public void AGradientThatIsNotANumberIsSeenInAll()
    {
        Parameter broken = Parameter(zeros(2)), whole = Parameter(zeros(2));
        (broken.grad, whole.grad) = (tensor(new[] { float.NaN, 1 }), ones(2));
        Assert.Equal(double.NaN, clip_grad_norm_([broken, whole], 1));
        Assert.True(float.IsNaN(whole.grad!.sum().item<float>()));
    }

    [Fact]
    public void NegativeLimitsAreRefused()
    {
        Engine.OnlyOurs("takes them");
        Assert.Throws<ArgumentOutOfRangeException>(() => clip_grad_norm_([], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => clip_grad_value_([], double.NaN));
    }

    [Fact]
    public void AVectorHoldsTheParametersInOrder()
    {
        Parameter a = Parameter(Transposed()), b = Parameter(tensor(new[] { 7f, 8f }));
        var vector = parameters_to_vector([a, b]);
        Assert.Equal([0f, 3, 1, 4, 2, 5, 7, 8], vector.detach().data<float>().ToArray());

        (vector * arange(8, dtype: float32)).sum().backward();
        Assert.True(a.grad!.allclose(arange(6, dtype: float32).reshape(3, 2), 0, 0));
        Assert.True(b.grad!.allclose(tensor(new[] { 6f, 7f }), 0, 0));
    }

    [Fact]
    public void AVectorGoesBackToTheParametersItCameFrom()
    {
        Parameter a = Parameter(Transposed()), b = Parameter(tensor(8f)), none = Parameter(zeros(0, 2));
        Parameter[] all = [a, none, b];
        var source = (parameters_to_vector(all) * 2).detach();
        using (var scope = NewDisposeScope())
        {
            vector_to_parameters(source, all);
            Assert.Equal(0, scope.DisposablesCount);
        }

        Assert.True(parameters_to_vector(all).detach().allclose(source, 0, 0));
        Assert.True(a.detach().allclose(arange(6, dtype: float32).reshape(2, 3).t() * 2, 0, 0));
        if (Engine.IsOurs) // Theirs are views of the vector from then on.
            source.zero_();
        Assert.Equal(16f, b.item<float>());
        Assert.True(a.is_leaf);
        Assert.True(a.requires_grad);
    }

    [Fact]
    public void AVectorOfAnotherLengthIsRefused()
    {
        Engine.OnlyOurs("takes as much as it needs of a longer vector");
        var error = Assert.Throws<ArgumentException>(() => vector_to_parameters(zeros(5), [Parameter(ones(2, 2))]));
        Assert.Equal("the parameters have 4 elements in all, which a tensor of shape [5] does not give", error.Words());
    }

    /// <summary>TorchSharp makes vectors of contiguous parameters alone.</summary>
    private static Tensor Transposed()
    {
        var x = arange(6, dtype: float32).reshape(2, 3).t();
        return Engine.IsOurs ? x : x.contiguous();
    }

    private static Parameter[] WithGradients(JsonNode gradients) =>
        [.. gradients.AsArray().Select(values =>
        {
            var gradient = values!.ToTensor();
            return new Parameter(zeros_like(gradient)) { grad = gradient };
        })];
}
