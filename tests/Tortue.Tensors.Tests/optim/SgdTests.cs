using TorchSharp;
using TorchSharp.Modules;
using Tortue.Tensors.Tests.nn;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static Tortue.Tensors.Tests.nn.NetworkValues;

namespace Tortue.Tensors.Tests.optim;

public class SgdTests
{
    [Fact]
    public void FiftyStepsFollowPyTorchs()
    {
        var golden = Load("nn")["sgd"]!;
        var (x, y) = (golden["x"]!.ToTensor(), golden["y"]!.ToTensor());
        foreach (var run in golden["runs"]!.AsArray())
        {
            using var layer = Linear(Parameter(golden["weight"]!.ToTensor()), Parameter(golden["bias"]!.ToTensor()));
            var options = run!["options"]!;
            if (!Engine.IsOurs && options["maximize"] is not null)
                continue; // Theirs turns the decay of weights round as well, unlike PyTorch.
            double Number(string name) => options[name]?.GetValue<double>() ?? 0;
            bool Flag(string name) => options[name]?.GetValue<bool>() ?? false;
            using var optimizer = torch.optim.SGD(
                layer.parameters(), Number("lr"), Number("momentum"), Number("dampening"), Number("weight_decay"),
                Flag("nesterov"), Flag("maximize"));
            var path = run["path"]!.AsArray().ToDictionary(point => point!["step"]!.GetValue<int>());
            for (var step = 0; step < 50; step++)
            {
                optimizer.zero_grad();
                functional.mse_loss(layer.call(x), y).backward();
                optimizer.step();
                if (path.TryGetValue(step, out var point))
                {
                    AssertClose(point!["weight"]!, layer.weight, 1e-5, $"{run["name"]}, weight after step {step}");
                    AssertClose(point["bias"]!, layer.bias, 1e-5, $"{run["name"]}, bias after step {step}");
                }
            }
        }
    }

    [Fact]
    public void GroupsHaveRatesOfTheirOwnAndTakeTheRestFromTheOptimizer()
    {
        Parameter a = Parameter(ones(2)), b = Parameter(ones(2));
        using var optimizer = torch.optim.SGD([new SGD.ParamGroup([a], lr: 0.1), new SGD.ParamGroup { Parameters = [b] }], 1);
        (a.sum() + b.sum()).backward();
        optimizer.step();
        Assert.True(a.allclose(full(2, 0.9f)));
        Assert.True(b.allclose(zeros(2)));

        foreach (var group in optimizer.ParamGroups)
            group.LearningRate *= 10;
        optimizer.step();
        Assert.True(a.allclose(full(2, -0.1f)));
        Assert.True(b.allclose(full(2, -10f)));
    }

    [Fact]
    public void ASavedStateGoesOnWhereItWas()
    {
        Parameter first = Parameter(ones(3)), second = Parameter(ones(3));
        using var one = torch.optim.SGD([first], 0.1, momentum: 0.9);
        using var other = torch.optim.SGD([second], 0.5);
        Step(one, first);
        using (no_grad())
            second.copy_(first);
        other.load_state_dict(one.state_dict());
        for (var i = 0; i < 3; i++)
        {
            Step(one, first);
            Step(other, second);
        }

        Assert.True(first.allclose(second, 0, 0));
        Assert.True(one.state_dict().State[0].ApproximatelyEquals(other.state_dict().State[0]));

        static void Step(torch.optim.Optimizer optimizer, Tensor parameter)
        {
            optimizer.zero_grad();
            parameter.square().sum().backward();
            optimizer.step();
        }
    }

    [Fact]
    public void TheClosureComputesTheLoss()
    {
        var parameter = Parameter(full(1, 3f));
        using var optimizer = torch.optim.SGD([parameter], 0.5);
        var loss = optimizer.step(() =>
        {
            optimizer.zero_grad();
            var square = parameter.square().sum();
            square.backward();
            return square;
        });
        Assert.Equal(9, loss!.item<float>());
        Assert.Equal(0, parameter.item<float>());
    }

    [Fact]
    public void StepsLeaveNoTensorsBehind()
    {
        var parameter = Parameter(ones(10));
        using var optimizer = torch.optim.SGD([parameter], 0.01, momentum: 0.9, weight_decay: 0.1, nesterov: true);
        parameter.sum().backward();
        using var scope = NewDisposeScope();
        optimizer.step();
        Assert.Equal(0, scope.DisposablesCount);
        Assert.False(parameter.IsInvalid);
    }

    [Theory]
    [InlineData(-1, 0, 0, false, "Invalid learning rate: -1")]
    [InlineData(1, -2, 0, false, "Invalid momentum value: -2")]
    [InlineData(1, 0, -3, false, "Invalid weight_decay value: -3")]
    [InlineData(1, 0, 0, true, "Nesterov momentum requires a momentum and zero dampening")]
    public void OptionsOutOfRangeAreRefused(double lr, double momentum, double decay, bool nesterov, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(
            () => torch.optim.SGD([Parameter(ones(1))], lr, momentum, weight_decay: decay, nesterov: nesterov)).Words());

    [Fact]
    public void AParameterBelongsToOneGroup()
    {
        Engine.OnlyOurs("steps it twice");
        var parameter = Parameter(ones(1));
        Assert.Throws<ArgumentException>(() => torch.optim.SGD([parameter, parameter], 1));
    }
}
