using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="TrainedWeights"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Data">What was learnt.</param>
/// <param name="TrainingImages">How many images the networks were trained on.</param>
/// <param name="Classes">How many classes the images have.</param>
/// <param name="Row">The row i of the weight V_{k,ij} that is shown, from 1.</param>
/// <param name="Column">Its column j, from 1.</param>
/// <param name="Networks">One for each case and seed.</param>
public sealed partial record TrainedWeightsResult(
    TrainedWeightsOptions Options,
    RunRecord Run,
    string Data,
    int TrainingImages,
    int Classes,
    int Row,
    int Column,
    IReadOnlyList<TrainedNetwork> Networks)
    : IExperimentResult
{
    /// <summary>Weights of at most this roughness count as smooth.</summary>
    public const double SmoothBound = 0.1;

    /// <summary>Weights of at least this roughness count as rough.</summary>
    public const double RoughBound = 0.5;

    /// <summary>What training moves by less than this share has kept its roughness for want of training.</summary>
    public const double LeastMove = 0.1;

    /// <summary>A network that has learnt is right at least so many times as often as by guessing.</summary>
    public const double LeastGain = 2;

    /// <summary>The networks of a case.</summary>
    /// <param name="beta">The exponent β, one of the settings'.</param>
    /// <param name="path">The path of its first weights.</param>
    public IEnumerable<TrainedNetwork> Of(double beta, WeightPath path) =>
        Networks.Where(network => network.Beta == beta && network.Path == path).OrderBy(network => network.Seed);

    /// <summary>Whether weights are as smooth or as rough after training as before, and moved meanwhile.</summary>
    public Verdict Verdict()
    {
        var held = Options.Shapes.Count(Keeps);
        return new(
            Experiments.Verdict.KindOf(held, Options.Shapes.Count),
            Text.Format(DepthScalingText.TrainedHeld, held, Options.Shapes.Count, string.Join("; ", Options.Shapes.Select(Sentence))),
            Text.Format(
                DepthScalingText.TrainedRule,
                SmoothBound,
                RoughBound,
                MeanError.Clear,
                LeastMove,
                LeastGain,
                MeanError.Odds(Options.Runs)));
    }

    private bool Keeps(ResidualShape shape)
    {
        TrainedNetwork[] networks = [.. Of(shape.Beta, shape.Path)];
        var after = MeanError.Of(networks.Select(network => network.After));
        var (least, most) = WeightRoughness.Expected(shape.Path, shape.Depth) switch
        {
            <= SmoothBound => (double.NegativeInfinity, SmoothBound),
            >= RoughBound => (RoughBound, double.PositiveInfinity),
            _ => (SmoothBound, RoughBound),
        };
        return after.Mean - MeanError.Clear * after.StandardError >= least
            && after.Mean + MeanError.Clear * after.StandardError <= most
            && networks.Average(network => network.Moved) >= LeastMove
            && networks.Average(AccuracyOf) >= LeastGain / Classes;
    }

    private static double Short(double value) => SignificantDigits.Round(value, 2);

    // A training that failed has learnt nothing.
    private double AccuracyOf(TrainedNetwork network) => network.TestAccuracy ?? 1.0 / Classes;

    private string Sentence(ResidualShape shape)
    {
        TrainedNetwork[] networks = [.. Of(shape.Beta, shape.Path)];
        var after = MeanError.Of(networks.Select(network => network.After));
        return Text.Format(
            DepthScalingText.TrainedCase,
            ChartWords.Beta(shape.Beta),
            shape.Path,
            Short(networks.Average(network => network.Before)),
            Short(after.Mean),
            Short(MeanError.Clear * after.StandardError),
            Short(networks.Average(network => network.OfChange)),
            networks.Average(network => network.Moved),
            networks.Average(AccuracyOf));
    }
}
