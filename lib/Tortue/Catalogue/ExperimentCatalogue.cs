using Tortue.CriticalPeriods;
using Tortue.DepthScaling;
using Tortue.DropoutRegularization;
using Tortue.Experiments;
using Tortue.Foundations;
using Tortue.Gradients;
using Tortue.Initialization;
using Tortue.StochasticDepth;

namespace Tortue.Catalogue;

/// <summary>All experiments of the course, in the order of its chapters.</summary>
public static class ExperimentCatalogue
{
    private const string Chapter00 = "00-foundations";
    private const string Chapter01 = "01-init-variance";
    private const string Chapter02 = "02-vanishing-gradients";
    private const string Chapter03 = "03-critical-periods";
    private const string Chapter04 = "04-dropout";
    private const string Chapter05 = "05-stochastic-depth";
    private const string Chapter06 = "06-alpha-scaling";

    /// <summary>The experiments.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        Experiment.Of<GradientNoiseOptions, GradientNoiseResult>(
            "gradient-noise", FoundationsText.RunningGradientNoise, Chapter00, GradientNoise.Run),
        Experiment.Of<RangeTestOptions, RangeTestResult>(
            "range-test", FoundationsText.RunningRangeTest, Chapter00, RangeTest.Run),
        Experiment.Of<RandomLabelsOptions, RandomLabelsResult>(
            "random-labels", FoundationsText.RunningRandomLabels, Chapter00, RandomLabels.Run),
        Experiment.Of<AccuracyCostOptions, AccuracyCostResult>(
            "accuracy-cost", FoundationsText.RunningAccuracyCost, Chapter00, AccuracyCost.Run),
        Experiment.Of<GlorotHistogramsOptions, GlorotHistogramsResult>(
            "glorot-histograms", InitializationText.RunningGlorotHistograms, Chapter01, GlorotHistograms.Run),
        Experiment.Of<VariancePropagationOptions, VariancePropagationResult>(
            "variance-propagation", InitializationText.RunningVariancePropagation, Chapter01, VariancePropagation.Run),
        Experiment.Of<SaturationOptions, SaturationResult>(
            "saturation", InitializationText.RunningSaturation, Chapter01, Saturation.Run),
        Experiment.Of<HeDepthOptions, HeDepthResult>(
            "he-depth", InitializationText.RunningHeDepth, Chapter01, HeDepth.Run),
        Experiment.Of<DeadRelusOptions, DeadRelusResult>(
            "dead-relus", InitializationText.RunningDeadRelus, Chapter01, DeadRelus.Run),
        Experiment.Of<LsuvStepsOptions, LsuvStepsResult>("lsuv", InitializationText.RunningLsuv, Chapter01, LsuvSteps.Run),
        Experiment.Of<ShatteredGradientsOptions, ShatteredGradientsResult>(
            "shattered-gradients", GradientsText.ShatterRunningShattered, Chapter02, ShatteredGradients.Run),
        Experiment.Of<GradientNormsOptions, GradientNormsResult>(
            "gradient-norms", GradientsText.RunningGradientNorms, Chapter02, GradientNorms.Run),
        Experiment.Of<TrainabilityMapOptions, TrainabilityMapResult>(
            "trainability-map", GradientsText.RunningTrainabilityMap, Chapter02, TrainabilityMap.Run),
        Experiment.Of<FixupDepthOptions, FixupDepthResult>("fixup", GradientsText.FixupDepthRunning, Chapter02, FixupDepth.Run),
        Experiment.Of<LossSurfaceOptions, LossSurfaceResult>(
            "loss-surface", GradientsText.RunningLossSurface, Chapter02, LossSurface.Run),
        Experiment.Of<CriticalPeriodOptions, CriticalPeriodResult>(
            "critical-period", CriticalPeriodsText.RunningCriticalPeriod, Chapter03, CriticalPeriod.Run),
        Experiment.Of<SensitivityWindowOptions, SensitivityWindowResult>(
            "sensitivity-window", CriticalPeriodsText.RunningSensitivityWindow, Chapter03, SensitivityWindow.Run),
        Experiment.Of<CriticalWeightDecayOptions, CriticalWeightDecayResult>(
            "critical-weight-decay", CriticalPeriodsText.RunningCriticalWeightDecay, Chapter03, CriticalWeightDecay.Run),
        Experiment.Of<CriticalDepthOptions, CriticalDepthResult>(
            "critical-depth", CriticalPeriodsText.RunningCriticalDepth, Chapter03, CriticalDepth.Run),
        Experiment.Of<KlExpansionOptions, KlExpansionResult>("kl-expansion", CriticalPeriodsText.KlRunning, Chapter03, KlExpansion.Run),
        Experiment.Of<FisherTrainingOptions, FisherTrainingResult>(
            "fisher-training", CriticalPeriodsText.TraceRunning, Chapter03, FisherTraining.Run),
        Experiment.Of<DropoutAveragingOptions, DropoutAveragingResult>(
            "dropout-averaging", DropoutRegularizationText.AveragingRunning, Chapter04, DropoutAveraging.Run),
        Experiment.Of<DropoutRidgeOptions, DropoutRidgeResult>(
            "dropout-ridge", DropoutRegularizationText.RidgeRunning, Chapter04, DropoutRidge.Run),
        Experiment.Of<DropoutRateOptions, DropoutRateResult>(
            "dropout-rate", DropoutRegularizationText.RunningDropoutRate, Chapter04, DropoutRate.Run),
        Experiment.Of<DropoutDataSizeOptions, DropoutDataSizeResult>(
            "dropout-data-size", DropoutRegularizationText.RunningDropoutDataSize, Chapter04, DropoutDataSize.Run),
        Experiment.Of<DropoutDiagnosticsOptions, DropoutDiagnosticsResult>(
            "dropout-diagnostics", DropoutRegularizationText.DiagnosticsRunning, Chapter04, DropoutDiagnostics.Run),
        Experiment.Of<DropSchedulesOptions, DropSchedulesResult>(
            "dropout-schedules", DropoutRegularizationText.RunningDropSchedules, Chapter04, DropSchedules.Run),
        Experiment.Of<DepthSweepOptions, DepthSweepResult>(
            "stochastic-depth", StochasticDepthText.RunningSweep, Chapter05, DepthSweep.Run),
        Experiment.Of<SurvivalSweepOptions, SurvivalSweepResult>(
            "survival-probability", StochasticDepthText.RunningSurvival, Chapter05, SurvivalSweep.Run),
        Experiment.Of<FirstBlockGradientOptions, FirstBlockGradientResult>(
            "first-block-gradient", StochasticDepthText.RunningGradient, Chapter05, FirstBlockGradient.Run),
        Experiment.Of<EarlyDepthOptions, EarlyDepthResult>(
            "early-stochastic-depth", StochasticDepthText.RunningEarly, Chapter05, EarlyDepth.Run),
        Experiment.Of<ExpectedDepthOptions, ExpectedDepthResult>(
            "expected-depth", StochasticDepthText.RunningExpectedDepth, Chapter05, ExpectedDepth.Run),
        Experiment.Of<StochasticDepthTimeOptions, StochasticDepthTimeResult>(
            "stochastic-depth-time", StochasticDepthText.RunningTime, Chapter05, StochasticDepthTime.Run),
        Experiment.Of<DepthGrowthOptions, DepthGrowthResult>(
            "depth-growth", DepthScalingText.RunningGrowth, Chapter06, DepthGrowth.Run),
        Experiment.Of<NormDistributionOptions, NormDistributionResult>(
            "norm-distribution", DepthScalingText.RunningDistribution, Chapter06, NormDistribution.Run),
        Experiment.Of<ScalingRegimesOptions, ScalingRegimesResult>(
            "scaling-regimes", DepthScalingText.RunningRegimes, Chapter06, ScalingRegimes.Run),
        Experiment.Of<NormPathsOptions, NormPathsResult>(
            "norm-paths", DepthScalingText.RunningPaths, Chapter06, NormPaths.Run),
        Experiment.Of<BoundTightnessOptions, BoundTightnessResult>(
            "bound-tightness", DepthScalingText.RunningTightness, Chapter06, BoundTightness.Run),
        Experiment.Of<SmoothGrowthOptions, SmoothGrowthResult>(
            "smooth-growth", DepthScalingText.RunningSmooth, Chapter06, SmoothGrowth.Run),
        Experiment.Of<RegularityMapOptions, RegularityMapResult>(
            "regularity-map", DepthScalingText.RunningRegularity, Chapter06, RegularityMap.Run),
        Experiment.Of<FractionalPathsOptions, FractionalPathsResult>(
            "fractional-paths", DepthScalingText.RunningFractional, Chapter06, FractionalPaths.Run),
        Experiment.Of<BoundQuantilesOptions, BoundQuantilesResult>(
            "bound-quantiles", DepthScalingText.RunningQuantiles, Chapter06, BoundQuantiles.Run),
        Experiment.Of<BatchNormGrowthOptions, BatchNormGrowthResult>(
            "batch-norm-growth", DepthScalingText.RunningBatchNormGrowth, Chapter06, BatchNormGrowth.Run),
        Experiment.Of<BatchDependenceOptions, BatchDependenceResult>(
            "batch-dependence", DepthScalingText.RunningBatchDependence, Chapter06, BatchDependence.Run),
        Experiment.Of<BatchNormCostOptions, BatchNormCostResult>(
            "batch-norm-cost", DepthScalingText.RunningBatchNormCost, Chapter06, BatchNormCost.Run),
        Experiment.Of<OdeLimitOptions, OdeLimitResult>(
            "ode-limit", DepthScalingText.RunningOdeLimit, Chapter06, OdeLimit.Run),
        Experiment.Of<SdeLimitOptions, SdeLimitResult>(
            "sde-limit", DepthScalingText.RunningSdeLimit, Chapter06, SdeLimit.Run),
        Experiment.Of<TrainedWeightsOptions, TrainedWeightsResult>(
            "trained-weights", DepthScalingText.TrainedRunning, Chapter06, TrainedWeights.Run),
        Experiment.Of<RegularityTrainingOptions, RegularityTrainingResult>(
            "regularity-training", DepthScalingText.LearningRunning, Chapter06, RegularityTraining.Run),
        Experiment.Of<AssumptionTableOptions, AssumptionTableResult>(
            "assumption-table", DepthScalingText.RunningAssumptions, Chapter06, AssumptionTable.Run),
    ];
}
