using Tortue.Display;
using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>What <see cref="HeDepth"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Classes">Number of classes C: a network that guesses has a loss of ln C.</param>
/// <param name="Starts">Gradients before training, at more depths than were trained.</param>
/// <param name="Trainings">One for each depth, initialisation, learning rate and seed.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record HeDepthResult(
    HeDepthOptions Options, RunRecord Run, int Classes, IReadOnlyList<HeDepthStart> Starts, IReadOnlyList<HeDepthTraining> Trainings)
    : IExperimentResult
{
    /// <summary>A network has learnt when its loss is below this share of a guess's.</summary>
    public const double Learnt = 0.75;

    /// <summary>A network stalls when its loss stays above this share of a guess's.</summary>
    public const double Stalled = 0.99;

    /// <summary>How far the gradient's factor a layer may be from 1/√2, as a part of it.</summary>
    public const double Tolerance = 0.1;

    /// <summary>From this depth on the paper's 30-layer argument is tried; up to it both initialisations should learn.</summary>
    public const int DeepFrom = 30;

    /// <summary>The two initialisations: Glorot's and He's, both normal, from the same random numbers.</summary>
    internal static IReadOnlyList<WeightInit> Inits { get; } = [WeightInit.GlorotNormal, WeightInit.HeNormal];

    /// <summary>The loss of a guess, ln C, in nats.</summary>
    public double GuessingLoss => Math.Log(Classes);

    /// <summary>The median over the seeds of the last epoch's loss; infinite when most diverged.</summary>
    /// <param name="depth">Number of linear layers.</param>
    /// <param name="init">The initialisation.</param>
    /// <param name="rate">The learning rate.</param>
    public double FinalLoss(int depth, WeightInit init, double rate) =>
        SampleSummary.Of(Of(depth, init, rate).Select(training => training.FinalLoss)).Median;

    /// <summary>The learning rate with the lowest median loss at the end.</summary>
    /// <param name="depth">Number of linear layers.</param>
    /// <param name="init">The initialisation.</param>
    public double BestRate(int depth, WeightInit init) => Options.LearningRates.MinBy(rate => FinalLoss(depth, init, rate));

    /// <summary>By what factor each layer more makes Glorot's gradient before training smaller than He's.</summary>
    public double GradientFactor()
    {
        var (shallow, deep) = (Options.DepthsAtStart().First(), Options.DepthsAtStart().Last());
        return Math.Pow(NormRatio(deep) / NormRatio(shallow), 1.0 / (deep - shallow));
    }

    /// <summary>
    /// Whether, at 30 layers and more, networks from He's initialisation learn and those from Glorot's stall at every learning rate;
    /// whether both learn when shallower, He's earlier; and whether the gradient at the start is 1/√2 times as large for each layer.
    /// </summary>
    public Verdict Verdict()
    {
        var parts = new List<bool>();
        foreach (int depth in Options.Depths)
        {
            bool glorot = Learns(depth, WeightInit.GlorotNormal), he = Learns(depth, WeightInit.HeNormal);
            parts.AddRange(depth >= DeepFrom ? [he, Stalls(depth)] : [he && glorot && FirstEpoch(depth, true) < FirstEpoch(depth, false)]);
        }

        parts.Add(FactorHolds());
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Count),
            Text.Format(
                InitializationText.HeSentence,
                string.Join("; ", Options.Depths.Select(Words)),
                GuessingLoss,
                GradientFactor(),
                Math.Sqrt(0.5)),
            Text.Format(InitializationText.HeRule, DeepFrom, Learnt, Stalled, Tolerance));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private HeDepthTraining[] Of(int depth, WeightInit init, double rate) =>
        [.. Trainings.Where(training => training.Depth == depth && training.Init == init && training.LearningRate == rate)];

    private bool Learns(int depth, WeightInit init) => FinalLoss(depth, init, BestRate(depth, init)) < Learnt * GuessingLoss;

    private bool Stalls(int depth) => Trainings
        .Where(training => training.Depth == depth && training.Init == WeightInit.GlorotNormal)
        .All(training => training.FinalLoss > Stalled * GuessingLoss);

    private bool FactorHolds() => Math.Abs(GradientFactor() * Math.Sqrt(2) - 1) <= Tolerance;

    // The epoch at which the median loss at the best rate is first that of a network that has learnt.
    private int FirstEpoch(int depth, bool he)
    {
        var init = he ? WeightInit.HeNormal : WeightInit.GlorotNormal;
        int epoch = Losses(depth, init).FindIndex(losses => losses.Median < Learnt * GuessingLoss);
        return epoch < 0 ? int.MaxValue : epoch;
    }

    // Over the epochs, at the best rate, of the networks that did not diverge; a diverged one ends the curve.
    private List<(double Smallest, double Median, double Largest)> Losses(int depth, WeightInit init)
    {
        var trainings = Of(depth, init, BestRate(depth, init));
        return [.. Enumerable.Range(0, trainings.Min(training => training.Losses.Count)).Select(epoch =>
        {
            var losses = trainings.Select(training => training.Losses[epoch]).ToArray();
            return (losses.Min(), SampleSummary.Of(losses).Median, losses.Max());
        })];
    }

    private double NormRatio(int depth) => Norm(WeightInit.GlorotNormal, depth) / Norm(WeightInit.HeNormal, depth);

    // The geometric mean over the seeds.
    private double Norm(WeightInit init, int depth) =>
        Math.Exp(Starts.Single(start => start.Init == init && start.Depth == depth).Norms.Average(Math.Log));

    private string Words(int depth) => Text.Format(
        InitializationText.HeDepthWords,
        depth,
        FinalLoss(depth, WeightInit.HeNormal, BestRate(depth, WeightInit.HeNormal)),
        FinalLoss(depth, WeightInit.GlorotNormal, BestRate(depth, WeightInit.GlorotNormal)));
}
