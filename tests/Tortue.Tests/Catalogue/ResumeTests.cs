using System.Text.Json.Nodes;
using Tortue.Catalogue;
using Tortue.CriticalPeriods;
using Tortue.DepthScaling;
using Tortue.DropoutRegularization;
using Tortue.Experiments;
using Tortue.Foundations;
using Tortue.Gradients;
using Tortue.Initialization;
using Tortue.Models;
using Tortue.StochasticDepth;
using Tortue.Tests.Experiments;
using Xunit;

namespace Tortue.Tests.Catalogue;

/// <summary>A run that was stopped and started again gives the bits of one that was not.</summary>
[Collection(nameof(OneGenerator))]
public sealed class ResumeTests
{
    private static readonly DepthLearnerOptions Depth = new() { Examples = 100, TestExamples = 100, Width = 2, Epochs = 4 };

    private static readonly Dictionary<string, object> Small = new()
    {
        ["gradient-noise"] = new GradientNoiseOptions { Examples = 60, BatchSizes = [1, 5, 50], Draws = 10, Width = 4 },
        ["range-test"] = new RangeTestOptions { Examples = 200, Steps = 25, Epochs = 1 },
        ["random-labels"] = new RandomLabelsOptions { Examples = 100, Width = 8, Epochs = 2, Runs = 2 },
        ["accuracy-cost"] = new AccuracyCostOptions { Examples = 200, Epochs = 1, Runs = 2 },
        ["glorot-histograms"] = new GlorotHistogramsOptions { Depth = 2, Width = 10, Images = 20, Runs = 2 },
        ["shattered-gradients"] = new ShatteredGradientsOptions
        {
            Width = 16,
            Points = 16,
            Depths = [1, 2],
            PlainDepth = 2,
            ResidualDepth = 2,
            Networks = 2,
        },
        ["loss-surface"] = new LossSurfaceOptions { Depths = [8], Width = 2, Examples = 50, Epochs = 2, Runs = 2, Points = 5, Images = 10 },
        ["variance-propagation"] = new VariancePropagationOptions { Depth = 3, Width = 32, Networks = 10 },
        ["gradient-norms"] = new GradientNormsOptions { Depth = 4, Width = 6, Networks = 2, Examples = 20 },
        ["trainability-map"] = new TrainabilityMapOptions { Depths = [1, 2, 3], Gains = [1, 2], Width = 6, Examples = 20, Steps = 5 },
        ["regularity-map"] = new RegularityMapOptions
        {
            HurstExponents = 5,
            Betas = 5,
            Draws = 2,
            Inputs = 2,
            CriticalDraws = 3,
            Network = new() { Width = 8, Depth = 32 },
        },
        ["fixup"] = new FixupDepthOptions { Depths = [1, 2], Examples = 200, Width = 2, Runs = 1 },
        ["critical-period"] = new CriticalPeriodOptions
        {
            Learner = new() { Examples = 100, TestExamples = 100, Width = 2 },
            RemovalEpochs = [0, 1, 2],
            CleanEpochs = 1,
        },
        ["sensitivity-window"] = new SensitivityWindowOptions
        {
            Learner = new() { Examples = 100, TestExamples = 100, Width = 2 },
            WindowEpochs = 1,
            Onsets = [0, 1, 2],
            CleanEpochs = 1,
        },
        ["critical-weight-decay"] = new CriticalWeightDecayOptions
        {
            Learner = new() { Examples = 100, TestExamples = 100, Width = 2 },
            RemovalEpochs = [0, 1],
            CleanEpochs = 1,
        },
        ["critical-depth"] = new CriticalDepthOptions
        {
            Learner = new() { Examples = 100, TestExamples = 100, Width = 2 },
            RemovalEpochs = [0, 1],
            CleanEpochs = 1,
        },
        ["fisher-training"] = new FisherTrainingOptions
        {
            Learner = new() { Examples = 100, TestExamples = 100, Width = 2 },
            Epochs = 4,
            LiftedAfter = 1,
            Runs = 2,
            Minibatches = 2,
        },
        ["dropout-diagnostics"] = new DropoutDiagnosticsOptions
        {
            Examples = 100,
            TestExamples = 100,
            Width = 4,
            BatchSize = 20,
            Steps = 30,
            Checkpoints = 6,
            Minibatches = 3,
            Runs = 3,
        },
        ["stochastic-depth"] = new DepthSweepOptions { Learner = Depth, Blocks = [1, 2] },
        ["survival-probability"] = new SurvivalSweepOptions { Learner = Depth },
        ["first-block-gradient"] = new FirstBlockGradientOptions { Learner = Depth, Runs = 3 },
        ["early-stochastic-depth"] = new EarlyDepthOptions { Underfitting = Depth, Overfitting = Depth },
        ["dropout-schedules"] = new DropSchedulesOptions
        {
            Underfitting = new() { Learner = new() { Hidden = [4] }, Examples = 100, Steps = 10 },
            Overfitting = new() { Learner = new() { Hidden = [4] }, Examples = 100, Steps = 10 },
            TestExamples = 100,
        },
        ["dropout-averaging"] = new DropoutAveragingOptions
        {
            Examples = 100,
            TestExamples = 100,
            Learner = new() { Hidden = [4] },
            Steps = 2,
            Repeats = 1,
            Runs = 8,
        },
        ["dropout-ridge"] = new DropoutRidgeOptions { Examples = 20, Inputs = 4, Rates = [0.3, 0.5, 0.7], Doublings = 2, Runs = 16 },
        ["dropout-rate"] = new DropoutRateOptions
        {
            Examples = 100,
            TestExamples = 100,
            Learner = new() { Hidden = [4] },
            Keeps = [0.1, 0.4, 0.8],
            LearningRates = [0.01, 0.1],
            ValidationExamples = 100,
            Steps = 3,
            Runs = 2,
        },
        ["dropout-data-size"] = new DropoutDataSizeOptions
        {
            TestExamples = 100,
            Learner = new() { Hidden = [4] },
            Sizes = [10, 20, 100],
            Steps = 3,
            Runs = 3,
        },
        ["saturation"] = new SaturationOptions { Width = 10, Examples = 100, Epochs = 1, Looks = 10, Runs = 2 },
        ["he-depth"] = new HeDepthOptions { Depths = [3, 4], Width = 10, Examples = 100, Epochs = 1 },
        ["dead-relus"] = new DeadRelusOptions { Width = 10, Examples = 100, Epochs = 1 },
        ["lsuv"] = new LsuvStepsOptions { Depths = [2], Width = 4, Minibatch = 8 },
        ["batch-norm-growth"] = new BatchNormGrowthOptions { Depths = [2, 4], BatchSizes = [2, 3], Networks = 3, Network = new() { Width = 6 } },
        ["batch-dependence"] = new BatchDependenceOptions
        {
            BatchSizes = [2, 8, 9],
            Examples = 2,
            Draws = 4,
            Networks = 4,
            Network = new() { Width = 6, Depth = 2 },
        },
        ["trained-weights"] = new TrainedWeightsOptions
        {
            Learner = new() { Examples = 100, TestExamples = 100, Epochs = 1 },
            Network = new() { Model = ResidualModel.Res1, Width = 4, Depth = 5 },
            Runs = 2,
        },
        ["regularity-training"] = new RegularityTrainingOptions
        {
            Learner = new() { Examples = 100, TestExamples = 100, Epochs = 1 },
            Network = new() { Model = ResidualModel.Res1, Width = 4, Depth = 5 },
        },
        ["norm-distribution"] = new NormDistributionOptions { Networks = 20, Network = new() { Width = 8, Depth = 5 } },
        ["bound-quantiles"] = new BoundQuantilesOptions { Betas = [1, 0.5], Widths = [8, 70], Depths = [5, 40], Networks = 36 },
        ["bound-tightness"] = new BoundTightnessOptions { Networks = 20, Widths = [40, 64], Network = new() { Activation = Activation.Identity } },
        ["ode-limit"] = new OdeLimitOptions { Width = 3, Networks = 8, Depths = [10, 50], FitFrom = 10, ReferenceSteps = 100 },
        ["sde-limit"] = new SdeLimitOptions { Width = 3, Networks = 8, Depths = [4, 8], FinestDepth = 128 },
    };

    public static TheoryData<string> Resumable =>
        [.. ExperimentCatalogue.All.Where(experiment => experiment.IsResumable).Select(experiment => experiment.Name)];

    [Theory]
    [MemberData(nameof(Resumable))]
    public void A_run_that_was_stopped_goes_on_from_its_cells(string name)
    {
        var experiment = ExperimentCatalogue.All.Single(each => each.Name == name);
        var options = Small[name];
        var whole = experiment.Run(options, null, null, TestContext.Current.CancellationToken);

        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var cells = new KeptCells { Allowance = 2, Interrupt = interrupt };
        Assert.ThrowsAny<OperationCanceledException>(() => experiment.Run(options, null, cells, interrupt.Token));
        var before = cells.Count;
        Assert.InRange(before, 2, 2 + Environment.ProcessorCount);

        var resumed = experiment.Run(options, null, cells, TestContext.Current.CancellationToken);
        Assert.Equal(cells.Count, cells.Computed);
        Assert.True(cells.Count > before);
        Assert.Equal(WithoutTimes(whole), WithoutTimes(resumed));

        // Now nothing is left to compute.
        var again = experiment.Run(options, null, cells, TestContext.Current.CancellationToken);
        Assert.Equal(cells.Count, cells.Computed);
        Assert.Equal(WithoutTimes(whole), WithoutTimes(again));
    }

    [Fact]
    public void Time_of_earlier_runs_counts()
    {
        var cells = new KeptCells { Spent = TimeSpan.FromHours(1) };
        var options = (RangeTestOptions)Small["range-test"];
        var result = RangeTest.Run(options, cancellation: TestContext.Current.CancellationToken, cells: cells);
        Assert.InRange(result.Run.Seconds, 3600, 4000);
    }

    private static string WithoutTimes(IExperimentResult result)
    {
        var json = JsonNode.Parse(ExperimentJson.Write(result))!;
        var run = json["run"]!.AsObject();
        run.Remove("started");
        run.Remove("seconds");
        var lists = json.AsObject().Select(property => property.Value).OfType<JsonArray>();
        foreach (var part in lists.SelectMany(list => list.OfType<JsonObject>()))
            part.Remove("secondsPerEpoch");
        return json.ToJsonString();
    }
}
