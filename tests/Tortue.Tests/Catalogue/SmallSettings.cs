using Tortue.CriticalPeriods;
using Tortue.DepthScaling;
using Tortue.DropoutRegularization;
using Tortue.Foundations;
using Tortue.Gradients;
using Tortue.Initialization;
using Tortue.Models;
using Tortue.StochasticDepth;
using WeightPath = Tortue.DepthScaling.WeightPath;

namespace Tortue.Tests.Catalogue;

/// <summary>Settings of every experiment with which it runs in a fraction of a second.</summary>
internal static class SmallSettings
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
        ["norm-paths"] = new NormPathsOptions { Networks = 2, Network = new() { Width = 6, Depth = 20 } },
        ["depth-growth"] = new DepthGrowthOptions { Depths = [10, 40], Networks = 20, Network = new() { Width = 6 } },
        ["scaling-regimes"] = new ScalingRegimesOptions { Depths = [20, 50], Networks = 20, Network = new() { Width = 6 } },
        ["smooth-growth"] = new SmoothGrowthOptions
        {
            Depths = [10, 50, 250],
            Networks = 20,
            Network = new() { Width = 6, InputSize = 6, Path = WeightPath.Smooth },
        },
        ["fractional-paths"] = new FractionalPathsOptions { Steps = 200, Paths = 3 },
        ["assumption-table"] = new AssumptionTableOptions { Width = 8, Draws = 200, Networks = 2 },
        ["batch-norm-cost"] = new BatchNormCostOptions { Widths = [4], BatchSizes = [4], Depth = 2, WarmUp = 1, Rounds = 20 },
        ["expected-depth"] = new ExpectedDepthOptions { Draws = 1000 },
        ["stochastic-depth-time"] = new StochasticDepthTimeOptions
        {
            Network = StochasticDepthShape.Tower(4, 4),
            WarmUp = 1,
            Rounds = 20,
        },
        ["kl-expansion"] = new KlExpansionOptions { Hidden = 4, Examples = 100, Epochs = 1, Images = 10, Directions = 10, Draws = 200 },
    };

    /// <summary>The settings of an experiment.</summary>
    /// <param name="name">Its name in the catalogue.</param>
    public static object Of(string name) => Small[name];
}
