using System.Text.Json.Nodes;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static Tortue.Tensors.Tests.nn.NetworkValues;

namespace Tortue.Tensors.Tests.nn;

public class LossTests
{
    private static readonly JsonNode Values = Load("nn")["losses"]!;

    [Theory]
    [InlineData(ScalarType.Float32, 2e-6)]
    [InlineData(ScalarType.Float64, 2e-6)]
    public void CrossEntropyAndItsGradientArePyTorchs(ScalarType type, double tolerance)
    {
        foreach (var @case in Values["cross_entropy"]!.AsArray())
        {
            var what = $"{@case!["name"]}, {@case["reduction"]}";
            var scores = Values["scores"]!.ToTensor(type).requires_grad_();
            var soft = @case["probabilities"]!.GetValue<bool>();
            var target = soft ? Values["probabilities"]!.ToTensor(type) : Values["classes"]!.ToClasses();
            var weight = @case["weighted"]!.GetValue<bool>() ? Values["weight"]!.ToTensor(type) : null;
            var reduction = Enum.Parse<Reduction>(@case["reduction"]!.GetValue<string>(), ignoreCase: true);
            var loss = functional.cross_entropy(
                scores, target, weight, @case["ignore_index"]!.GetValue<long>(), reduction, @case["label_smoothing"]!.GetValue<double>());
            AssertClose(@case["loss"]!, loss, tolerance, what);

            (loss * arange(1, loss.numel() + 1).reshape(loss.shape)).sum().backward();
            AssertClose(@case["grad"]!, scores.grad, tolerance, $"gradient of {what}");
        }
    }

    [Fact]
    public void ClassesOfPixelsAreInTheSecondDimension()
    {
        var pixels = Values["pixels"]!;
        var scores = pixels["scores"]!.ToTensor().requires_grad_();
        using var criterion = CrossEntropyLoss();
        var loss = criterion.call(scores, pixels["classes"]!.ToClasses().reshape(2, 2, 2));
        AssertClose(pixels["loss"]!, loss, 1e-6, "loss");
        loss.backward();
        AssertClose(pixels["grad"]!, scores.grad, 1e-6, "gradient");
    }

    [Fact]
    public void TheMeanSquareAndItsGradientArePyTorchs()
    {
        var scores = Values["scores"]!.ToTensor().requires_grad_();
        using var criterion = MSELoss();
        var loss = criterion.call(scores, Values["mse"]!["target"]!.ToTensor());
        AssertClose(Values["mse"]!["loss"]!, loss, 1e-6, "loss");
        loss.backward();
        AssertClose(Values["mse"]!["grad"]!, scores.grad, 1e-6, "gradient");
    }

    [Fact]
    public void OneExampleNeedsNoDimensionOfExamples()
    {
        var scores = tensor(new[] { 1f, 2f, 3f });
        var loss = functional.cross_entropy(scores, tensor(2L));
        Assert.Equal(Math.Log(1 + Math.Exp(-1) + Math.Exp(-2)), loss.item<float>(), 1e-6);
    }

    [Fact]
    public void TargetsThatDoNotFitAreNamed()
    {
        var scores = zeros(4, 3);
        Assert.Equal(
            !Engine.IsOurs
                ? "Target 3 is out of bounds."
                : "Target 3 is out of bounds. It is number 3 of the targets (counted from 0); there are 3 classes, so that " +
                    "targets are from 0 to 2, or -100 to be left out.",
            Error(() => functional.cross_entropy(scores, tensor([0L, 1, 2, 3]))));
        Assert.Equal(
            "Expected input batch_size (4) to match target batch_size (5).",
            Error(() => functional.cross_entropy(scores, tensor([0L, 1, 2, 0, 1]))));
        Assert.Equal(
            "weight tensor should be defined either for all 3 classes or no classes but got weight tensor of shape: [4]",
            Error(() => functional.cross_entropy(scores, tensor([0L, 1, 2, 2]), ones(4))));

        static string Error(Func<Tensor> compute) => Assert.ThrowsAny<Exception>(compute).Words();
    }
}
