using TorchSharp;
using TorchSharp.Modules;
using Tortue.Tensors.Tests.nn;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Tortue.Tensors.Tests.optim;

public class ScheduleTests
{
    private static readonly Dictionary<string, Func<torch.optim.Optimizer, LRScheduler>> Cases = new()
    {
        ["step"] = o => StepLR(o, 7, 0.3),
        ["multi step"] = o => MultiStepLR(o, [20, 5, 5, 33], 0.5),
        ["exponential"] = o => ExponentialLR(o, 0.93),
        ["cosine"] = o => CosineAnnealingLR(o, 12, 0.02),
        ["cosine to zero"] = o => CosineAnnealingLR(o, 50),
        ["lambda"] = o => LambdaLR(o, epoch => 1.0 / (1 + epoch)),
        ["lambdas"] = o => new impl.LambdaLR(o, [epoch => Math.Pow(0.9, epoch), epoch => 1 + Math.Sin(epoch)]),
        ["linear"] = o => LinearLR(o),
        ["linear down"] = o => LinearLR(o, 0.9, 0.2, 21),
        ["constant"] = o => ConstantLR(o, 0.25, 9),
        ["sequential"] = o => SequentialLR(
            o, [LinearLR(o, 0.1, 1, 4), CosineAnnealingLR(o, 10, 0.01), ExponentialLR(o, 0.9)], [4, 14]),
        ["cyclic"] = o => CyclicLR(o, 0.1, 0.7, 5, 8),
        ["cyclic halved"] = o => CyclicLR(
            o, [0.1, 0.01], [0.7, 0.2], 6, mode: impl.CyclicLR.Mode.Triangular2, base_momentum: [0.5, 0.5], max_momentum: [0.75, 0.75]),
        ["cyclic falling"] = o => CyclicLR(o, 0.1, 0.7, 4, mode: impl.CyclicLR.Mode.ExpRange, gamma: 0.97, cycle_momentum: false),
        ["cyclic own"] = o => CyclicLR(
            o, 0.1, 0.7, 4, scale_fn: step => 1 / (1 + step), scale_mode: impl.CyclicLR.ScaleMode.Iterations),
        ["one cycle"] = o => OneCycleLR(o, 0.5, 50),
        ["one cycle straight"] = o => OneCycleLR(
            o, [0.5, 0.2], epochs: 10, steps_per_epoch: 5, pct_start: 0.42, anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear,
            base_momentum: [0.6, 0.6], max_momentum: [0.8, 0.8], div_factor: 10, final_div_factor: 100),
        ["one cycle in three"] = o => OneCycleLR(o, 0.5, 50, three_phase: true, cycle_momentum: false),
        ["one cycle of Adam"] = o => OneCycleLR(o, 0.5, 50),
        ["plateau"] = o => ReduceLROnPlateau(o, factor: 0.5, patience: 3),
        ["plateau with rest"] = o => ReduceLROnPlateau(
            o, factor: 0.3, patience: 1, cooldown: 4, threshold: 0.1, threshold_mode: "abs", min_lr: [0.05, 0.001]),
        ["plateau upwards"] = o => ReduceLROnPlateau(o, "max", patience: 2, threshold: 0.05, eps: 1e-3),
        ["plateau upwards by difference"] = o => ReduceLROnPlateau(
            o, "max", factor: 0.8, patience: 0, threshold: 0.2, threshold_mode: "abs"),
    };

    /// <summary>What TorchSharp 0.107 does otherwise than PyTorch, by the first word of the case; ours is PyTorch's.</summary>
    private static readonly Dictionary<string, string> UnlikePyTorch = new()
    {
        ["multi"] = "takes a milestone once that is listed twice",
        ["cyclic"] = "lets momentum rise with the rate, and scales by the cycle where it should by the step",
        ["one"] = "gives the groups after the first another phase",
        ["plateau"] = "keeps the rates of the start in get_last_lr",
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void FiftyStepsHavePyTorchsRates(string name)
    {
        if (!Engine.IsOurs && UnlikePyTorch.TryGetValue(name.Split(' ')[0], out var theirs) && name != "one cycle in three")
            Assert.Skip($"TorchSharp, unlike PyTorch, {theirs}.");
        var golden = NetworkValues.Load("schedules");
        var (rates, momenta) = (golden["cases"]![name]!["rates"]!.AsArray(), golden["cases"]![name]!["momenta"]!.AsArray());
        var watched = golden["watched"]!.Doubles();
        using var optimizer = Make(name);
        var schedule = Cases[name](optimizer);
        for (var step = 0; step < 50; step++)
        {
            var groups = optimizer.ParamGroups.ToArray();
            Same(rates[step]!.Doubles(), groups.Select(group => group.LearningRate), $"learning rates of step {step}");
            Same(rates[step]!.Doubles(), schedule.get_last_lr(), $"last learning rates of step {step}");
            Same(momenta[step]!.Doubles(), groups.Select(Momentum), $"momenta of step {step}");
            if (name.StartsWith("plateau", StringComparison.Ordinal))
                schedule.step(watched[step]);
            else
                schedule.step();
        }
    }

    [Theory]
    [InlineData("step")]
    [InlineData("multi step")]
    [InlineData("exponential")]
    [InlineData("cosine")]
    [InlineData("lambda")]
    [InlineData("linear")]
    [InlineData("linear down")]
    [InlineData("constant")]
    [InlineData("sequential")]
    [InlineData("cyclic")]
    [InlineData("one cycle")]
    public void AStepOfACertainNumberHasTheRatesThatOneGetsThereByAndBy(string name)
    {
        using var optimizer = Make(name);
        using var other = Make(name);
        var (gradual, direct) = (Cases[name](optimizer), Cases[name](other));
        for (var step = 1; step < 45; step++)
        {
            gradual.step();
            direct.step(step);
            Same(gradual.get_last_lr(), direct.get_last_lr(), $"step {step}");
        }
    }

    [Fact]
    public void StepsOfTheOptimizerHaveTheRatesOfTheSchedule()
    {
        var parameter = Parameter(zeros(1));
        using var optimizer = torch.optim.SGD([parameter], 1);
        var schedule = StepLR(optimizer, 1, 0.5);
        for (var i = 0; i < 3; i++)
        {
            optimizer.zero_grad();
            parameter.sum().backward();
            optimizer.step();
            schedule.step();
        }

        Assert.Equal(-1.75f, parameter.item<float>());
    }

    [Fact]
    public void WrongUseIsRefused()
    {
        using var sgd = Make("step");
        using var rms = torch.optim.Adam([Parameter(zeros(1))]);
        Refused("Factor should be < 1.0", () => ReduceLROnPlateau(sgd, factor: 1));
        Engine.OnlyOurs("checks less, and in other words");
        Refused("mode least is unknown!", () => ReduceLROnPlateau(sgd, "least"));
        Refused("threshold mode both is unknown!", () => ReduceLROnPlateau(sgd, threshold_mode: "both"));
        Refused("expected 2 values for min_lr, got 1", () => ReduceLROnPlateau(sgd, min_lr: [0]));
        Refused("Starting multiplicative factor expected", () => LinearLR(sgd, 0));
        Refused("Ending multiplicative factor expected", () => LinearLR(sgd, 1, 2));
        Refused("Constant multiplicative factor expected", () => ConstantLR(sgd, 1.5));
        Refused("You must define either total_steps", () => OneCycleLR(sgd, 1));
        Refused("Expected positive integer steps_per_epoch", () => OneCycleLR(sgd, 1, epochs: 3));
        Refused("optimizer must support momentum", () => CyclicLR(rms, 0.1, 1));
        Refused("all schedulers to belong to the same optimizer", () => SequentialLR(sgd, [StepLR(rms, 1)], []));
        Refused("but got 1 schedulers and 1 milestones", () => SequentialLR(sgd, [StepLR(sgd, 1)], [3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StepLR(sgd, 0));

        var plateau = ReduceLROnPlateau(sgd);
        Assert.Contains("step(current)", Assert.Throws<InvalidOperationException>(() => plateau.step()).Words());
        var cycle = OneCycleLR(sgd, 1, 2);
        cycle.step();
        cycle.step();
        Assert.Contains("total steps is 2", Assert.Throws<InvalidOperationException>(() => cycle.step()).Words());

        static void Refused(string message, Func<LRScheduler> make) =>
            Assert.Contains(message, Assert.Throws<ArgumentException>(make).Words());
    }

    private static OptimizerHelper Make(string name)
    {
        Parameter a = Parameter(zeros(1)), b = Parameter(zeros(1));
        return name.EndsWith("Adam", StringComparison.Ordinal)
            ? torch.optim.Adam([new Adam.ParamGroup { Parameters = [a] }, new Adam.ParamGroup([b], 0.3)], 0.8)
            : torch.optim.SGD([new SGD.ParamGroup { Parameters = [a] }, new SGD.ParamGroup([b], 0.3, 0.4)], 0.8, momentum: 0.4);
    }

    private static double Momentum(torch.optim.ILearningRateController group) =>
        group is torch.optim.IBetas adaptive ? adaptive.Betas.Item1 : ((torch.optim.IMomentum)group).Momentum;

    private static void Same(IEnumerable<double> expected, IEnumerable<double> actual, string what)
    {
        double[] theirs = [.. expected], ours = [.. actual];
        Assert.Equal(theirs.Length, ours.Length);
        for (var i = 0; i < theirs.Length; i++)
            Assert.True(Math.Abs(theirs[i] - ours[i]) < 1e-12, $"{what}: group {i} has {ours[i]:R}, expected {theirs[i]:R}");
    }
}
