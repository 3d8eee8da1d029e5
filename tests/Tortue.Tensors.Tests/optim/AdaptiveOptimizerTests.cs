using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using TorchSharp;
using TorchSharp.Modules;
using Tortue.Tensors.Tests.nn;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static Tortue.Tensors.Tests.nn.NetworkValues;

namespace Tortue.Tensors.Tests.optim;

/// <summary>Adam, AdamW and RMSProp.</summary>
public class AdaptiveOptimizerTests
{
    /// <summary>Each optimiser with everything that it can keep.</summary>
    public static TheoryData<string> Kinds => ["Adam", "AdamW", "RMSprop"];

    [Fact]
    public void FiftyStepsFollowPyTorchs()
    {
        var golden = Load("optim");
        foreach (var run in golden["runs"]!.AsArray())
        {
            var twice = run!["double"]!.GetValue<bool>();
            Tensor Read(string name) => golden[name]!.ToTensor().to_type(twice ? ScalarType.Float64 : ScalarType.Float32);

            using var layer = Linear(Parameter(Read("weight")), Parameter(Read("bias")));
            var (x, y) = (Read("x"), Read("y"));
            var (kind, name) = (run["kind"]!.GetValue<string>(), run["name"]!.GetValue<string>());
            using var optimizer = Make(kind, layer.parameters(), run["options"]!);
            var path = run["path"]!.AsArray().ToDictionary(point => point!["step"]!.GetValue<int>());
            var tolerance = twice ? 1e-8 : 2e-5;
            for (var step = 0; step < 50; step++)
            {
                optimizer.zero_grad();
                var rows = TensorIndex.Slice(step % 3, (step % 3) + 5);
                (functional.mse_loss(layer.call(x[rows]), y[rows]) * (1 + (step % 4))).backward();
                optimizer.step();
                if (path.TryGetValue(step, out var point))
                {
                    AssertClose(point!["weight"]!, layer.weight, tolerance, $"{kind}, {name}, weight after step {step}");
                    AssertClose(point["bias"]!, layer.bias, tolerance, $"{kind}, {name}, bias after step {step}");
                }
            }
        }
    }

    [Fact]
    public void AdamsFirstStepHasTheSizeOfTheLearningRate()
    {
        var gradients = Gen.Choose(1, 100_000).Select(n => n / 1000.0).Zip(Gen.Elements(-1.0, 1.0), (size, sign) => size * sign)
            .NonEmptyListOf().Select(list => list.ToArray());
        Prop.ForAll(gradients.ToArbitrary(), Gen.Choose(1, 1000).Select(n => n / 1000.0).ToArbitrary(), (values, lr) =>
        {
            var parameter = Parameter(zeros(values.Length, dtype: float64));
            using var optimizer = torch.optim.Adam([parameter], lr);
            parameter.grad = tensor(values);
            optimizer.step();
            return parameter.detach().allclose(tensor(values).sign() * -lr, 1e-4);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20260102UL, 3UL));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(200_003)]
    public void APartOfAnyLengthMovesLikeItsElements(int length)
    {
        var values = linspace(-2, 2, length, dtype: float64);
        var whole = Parameter(values.clone());
        var few = Parameter(values[TensorIndex.Slice(length - 5)].clone());
        using var one = torch.optim.Adam([whole], 0.1, weight_decay: 0.1, amsgrad: true);
        using var other = torch.optim.Adam([few], 0.1, weight_decay: 0.1, amsgrad: true);
        for (var i = 0; i < 3; i++)
        {
            (whole.grad, few.grad) = (whole.detach().sin(), few.detach().sin());
            one.step();
            other.step();
        }

        Assert.True(whole.detach()[TensorIndex.Slice(length - 5)].allclose(few.detach(), 0, 0));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ATransposedParameterMovesLikeAPackedOne(string kind)
    {
        var values = arange(12, dtype: float32).reshape(3, 4);
        Parameter packed = Parameter(values.clone()), transposed = Parameter(values.t().contiguous().t());
        Assert.False(transposed.is_contiguous());
        using var one = Make(kind, [packed], Everything());
        using var other = Make(kind, [transposed], Everything());
        for (var i = 0; i < 3; i++)
        {
            Step(one, packed);
            Step(other, transposed);
        }

        Assert.True(packed.detach().allclose(transposed.detach(), 0, 0));
        Assert.False(packed.detach().allclose(values));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ASavedStateGoesOnWhereItWas(string kind)
    {
        Parameter first = Parameter(ones(3)), second = Parameter(ones(3));
        using var one = Make(kind, [first], Everything());
        using var other = Make(kind, [second], JsonNode.Parse("""{"lr":0.5}""")!);
        for (var i = 0; i < 2; i++)
            Step(one, first);
        using (no_grad())
            second.copy_(first);
        other.load_state_dict(one.state_dict());
        Assert.True(one.state_dict().State[0].ApproximatelyEquals(other.state_dict().State[0]));
        Step(one, first);
        Assert.False(one.state_dict().State[0].ApproximatelyEquals(other.state_dict().State[0]));
        Step(other, second);
        Assert.True(first.detach().allclose(second.detach(), 0, 0));
        Assert.True(one.state_dict().State[0].ApproximatelyEquals(other.state_dict().State[0]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void StepsLeaveNoTensorsBehindAndRaiseTheVersion(string kind)
    {
        var parameter = Parameter(ones(10));
        using var optimizer = Make(kind, [parameter], Everything());
        parameter.sum().backward();
        var square = parameter.square().sum();
        using (var scope = NewDisposeScope())
        {
            optimizer.step();
            Assert.Equal(0, scope.DisposablesCount);
        }

        Assert.False(parameter.IsInvalid);
        optimizer.step();
        var error = Assert.ThrowsAny<Exception>(() => square.backward());
        Assert.Contains("modified by an inplace operation", error.Words());
    }

    [Fact]
    public void GroupsHaveOptionsOfTheirOwnAndTakeTheRestFromTheOptimizer()
    {
        Parameter a = Parameter(zeros(2)), b = Parameter(zeros(2)), c = Parameter(zeros(2));
        using var optimizer = torch.optim.Adam([new Adam.ParamGroup([a], lr: 0.1), new Adam.ParamGroup { Parameters = [b] }], 1);
        (a.sum() + b.sum() + c.sum()).backward();
        optimizer.step();
        Assert.True(a.detach().allclose(full(2, -0.1f)));
        Assert.True(b.detach().allclose(full(2, -1f)));
        Assert.Equal(0, c.sum().item<float>());

        Engine.OnlyOurs("sets the optimiser's betas for groups to come alone");
        optimizer.Betas = (0.5, 0.25);
        Assert.All(optimizer.ParamGroups, group => Assert.Equal((0.5, 0.25), ((Adam.ParamGroup)group).Betas));
        Assert.Equal((0.5, 0.25), optimizer.Betas);
    }

    [Fact]
    public void OptionsOutOfRangeAreRefused()
    {
        Parameter[] one = [Parameter(ones(1))];
        Refused("Invalid learning rate: -1", () => torch.optim.Adam(one, -1));
        Refused("Invalid beta1: 1", () => torch.optim.AdamW(one, beta1: 1));
        Refused("Invalid beta2: -0.5", () => torch.optim.Adam(one, beta2: -0.5));
        Engine.OnlyOurs("takes what is no number, and any options of RMSProp");
        Refused("Invalid epsilon value: NaN", () => torch.optim.Adam(one, eps: double.NaN));
        Refused("Invalid weight_decay value: -3", () => torch.optim.AdamW(one, weight_decay: -3));
        Refused("Invalid momentum value: -2", () => torch.optim.RMSProp(one, momentum: -2));
        Refused("Invalid alpha value: -1", () => torch.optim.RMSProp(one, alpha: -1));

        static void Refused(string message, Func<torch.optim.Optimizer> make) =>
            Assert.Equal(message, Assert.Throws<ArgumentException>(make).Words());
    }

    private static JsonNode Everything() =>
        JsonNode.Parse("""{"lr":0.01,"weight_decay":0.1,"amsgrad":true,"momentum":0.9,"centered":true}""")!;

    private static void Step(torch.optim.Optimizer optimizer, Tensor parameter)
    {
        optimizer.zero_grad();
        parameter.square().sum().backward();
        optimizer.step();
    }

    private static OptimizerHelper Make(string kind, IEnumerable<Parameter> parameters, JsonNode options)
    {
        double Number(string name, double otherwise = 0) => options[name]?.GetValue<double>() ?? otherwise;
        bool Flag(string name) => options[name]?.GetValue<bool>() ?? false;
        var (lr, eps, decay) = (Number("lr"), Number("eps", 1e-8), Number("weight_decay"));
        var (beta1, beta2) = (Number("beta1", 0.9), Number("beta2", 0.999));
        return kind switch
        {
            "Adam" => torch.optim.Adam(parameters, lr, beta1, beta2, eps, decay, Flag("amsgrad"), Flag("maximize")),
            "AdamW" => torch.optim.AdamW(parameters, lr, beta1, beta2, eps, decay, Flag("amsgrad"), Flag("maximize")),
            _ => torch.optim.RMSProp(
                parameters, lr, Number("alpha", 0.99), eps, decay, Number("momentum"), Flag("centered"), Flag("maximize")),
        };
    }
}
