using Tortue.Display;
using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>What <see cref="VariancePropagation"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Curves">One for each pair, in the settings' order.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record VariancePropagationResult(
    VariancePropagationOptions Options, RunRecord Run, IReadOnlyList<SignalCurve> Curves)
    : IExperimentResult
{
    /// <summary>How many standard errors a measured mean may be from the predicted one.</summary>
    public const double StandardErrors = 4;

    // Single precision, and what rounding the stored logarithms does.
    private const double Rounding = 1e-3;

    /// <summary>
    /// Whether the measured variances are the predicted ones at every layer, for the pairs whose prediction is exact at any width; and how far
    /// the others are from theirs. Without a pair of the first kind nothing is reproduced.
    /// </summary>
    public Verdict Verdict()
    {
        var judged = Curves.Where(curve => curve.Pair.IsExact).Select(curve => (curve.Pair, Share: AllowanceUsed(curve))).ToArray();
        int held = judged.Count(each => each.Share <= 1);
        return new(
            judged.Length == 0 ? VerdictKind.NotReproduced : Experiments.Verdict.KindOf(held, judged.Length),
            Text.Format(InitializationText.PropagationSentence, held, judged.Length, Options.Depth, Worst(), Others()).TrimEnd(),
            Text.Format(InitializationText.PropagationRule, StandardErrors));

        string Worst()
        {
            if (judged.Length == 0)
                return "";
            var (pair, share) = judged.MaxBy(each => each.Share);
            return Text.Format(InitializationText.PropagationWorst, pair, share, StandardErrors);
        }

        string Others()
        {
            var others = Curves.Where(curve => !curve.Pair.IsExact).Select(curve => (curve.Pair, Log: LargestLog(curve))).ToArray();
            if (others.Length == 0)
                return "";
            var (pair, log) = others.MaxBy(each => Math.Abs(each.Log));
            return Text.Format(InitializationText.PropagationOthers, others.Length, pair, Math.Exp(log));
        }
    }

    /// <summary>
    /// Whether V[z^l] = V[z^1] for every odd activation with Glorot's weights, as exercise 2.1 has it (box "Careful" 3): true of the
    /// identity only.
    /// </summary>
    /// <exception cref="InvalidOperationException">No such pair was run, or widths alternate.</exception>
    public Verdict LinearRegimeVerdict()
    {
        var curves = Curves.Where(curve => IsGlorot(curve.Pair) && curve.Pair.Activation.IsOdd && Options.Alternation == 1).ToArray();
        if (curves.Length == 0)
            throw new InvalidOperationException(InitializationText.NoGlorot);
        var logs = curves.Select(curve => curve.Forward[^1].LogVariance() - curve.Forward[0].LogVariance()).ToArray();
        int held = curves.Zip(logs).Count(each =>
            Math.Abs(each.Second) <= StandardErrors * each.First.Forward[^1].StandardError(Options.Networks));
        var names = curves.Select(curve => curve.Pair.Activation).ToArray();
        return new(
            Experiments.Verdict.KindOf(held, curves.Length),
            Text.Format(
                InitializationText.LinearSentence,
                Options.Depth,
                Items(names.Zip(logs, (name, log) => (name, Math.Exp(log)))),
                Items(names.Select(name => (name, GaussianMoments.Of(name, 1).MeanSquare)))),
            Text.Format(InitializationText.LinearRule, StandardErrors));
    }

    /// <summary>
    /// Whether the frameworks' default U(±1/√n) keeps a sixth of the variance that the slide's U(±√(6/n)) keeps, layer after layer (box
    /// "Careful" 6). For a run with <see cref="VariancePropagationOptions.KaimingAgainstDefault"/>.
    /// </summary>
    /// <exception cref="ArgumentException">One of the two was not run with ReLU.</exception>
    public Verdict KaimingVerdict()
    {
        var (kaiming, standard) = (Curve(new(Activation.Relu, WeightInit.HeUniform)), Curve(new(Activation.Relu, WeightInit.Standard)));
        int steps = Options.Depth - 1;
        double expected = -steps * Math.Log(6);
        var forward = (Log: Kept(standard.Forward) - Kept(kaiming.Forward), Error: Error(standard.Forward[^1], kaiming.Forward[^1]));
        var backward = (Log: KeptBack(standard) - KeptBack(kaiming), Error: Error(standard.Backward[0], kaiming.Backward[0]));
        int held = new[] { forward, backward }.Count(ratio => Math.Abs(ratio.Log - expected) <= StandardErrors * ratio.Error);
        return new(
            Experiments.Verdict.KindOf(held, 2),
            Text.Format(
                InitializationText.KaimingSentence,
                Math.Exp(Kept(kaiming.Forward) / steps),
                Math.Exp(Kept(standard.Forward) / steps),
                Options.Depth,
                Math.Exp(forward.Log),
                steps,
                Math.Exp(expected),
                Math.Exp(backward.Log)),
            Text.Format(InitializationText.KaimingRule, StandardErrors));

        double Error(LayerSpread one, LayerSpread other) =>
            Math.Sqrt(Math.Pow(one.StandardError(Options.Networks), 2) + Math.Pow(other.StandardError(Options.Networks), 2));
    }

    /// <summary>What is kept of the variance a layer, predicted and measured, for every pair.</summary>
    public FactorTable Factors() => new(
        Text.Format(InitializationText.FactorCaption, Options.Depth, WidthWords, Options.Networks),
        [
            .. Curves.Select(curve =>
            {
                var predicted = VarianceTheory.Predict(curve.Pair, Options.Widths);
                double steps = Options.Depth - 1;
                return new FactorRow(
                    curve.Pair,
                    Math.Pow(predicted.Forward[^1] / predicted.Forward[0], 1 / steps),
                    Math.Exp(Kept(curve.Forward) / steps),
                    Math.Pow(predicted.Backward[0], 1 / steps),
                    Math.Exp(KeptBack(curve) / steps));
            }),
        ]);

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private string WidthWords => Options.Alternation == 1
        ? Text.Format(InitializationText.OneWidth, Options.Width)
        : Text.Format(InitializationText.TwoWidths, Options.Width, Options.Width * Options.Alternation);

    private static bool IsGlorot(SignalPair pair) => pair.Init == WeightInit.GlorotNormal || pair.Init == WeightInit.GlorotUniform;

    private static string Items(IEnumerable<(Activation Name, double Value)> values) =>
        string.Join(", ", values.Select(value => Text.Format(InitializationText.LinearItem, value.Name, value.Value)));

    private static double Kept(IReadOnlyList<LayerSpread> layers) => layers[^1].LogVariance() - layers[0].LogVariance();

    private static double KeptBack(SignalCurve curve) => curve.Backward[0].LogVariance();

    private SignalCurve Curve(SignalPair pair) => Curves.FirstOrDefault(curve => curve.Pair == pair)
        ?? throw new ArgumentException(
            Text.Format(InitializationText.NotMeasured, pair, string.Join(", ", Curves.Select(curve => curve.Pair))));

    // The largest distance from the prediction, as a share of what the rule allows.
    private double AllowanceUsed(SignalCurve curve) => Logs(curve)
        .Max(layer => Math.Abs(layer.Log) / (StandardErrors * layer.Measured.StandardError(Options.Networks) + Rounding));

    private double LargestLog(SignalCurve curve) => Logs(curve).MaxBy(layer => Math.Abs(layer.Log)).Log;

    // ln(measured / predicted) of all layers, forward and backward.
    private IEnumerable<(LayerSpread Measured, double Log)> Logs(SignalCurve curve)
    {
        var predicted = VarianceTheory.Predict(curve.Pair, Options.Widths);
        return curve.Forward.Zip(predicted.Forward).Concat(curve.Backward.Zip(predicted.Backward))
            .Select(layer => (layer.First, layer.First.LogVariance() - Math.Log(layer.Second)));
    }
}
