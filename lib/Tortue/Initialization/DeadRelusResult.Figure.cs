using Tortue.Charts;
using Tortue.Models;

namespace Tortue.Initialization;

public sealed partial record DeadRelusResult
{
    private bool IsReproduced => Verdict().Kind == Experiments.VerdictKind.Reproduced;

    /// <summary>The silent share over training, ReLU on the left, leaky ReLU on the right, a curve a learning rate; at the bias where the
    /// two differ most.</summary>
    public Figure Figure() => Figure(ShownBias());

    /// <summary>The same at another of the biases.</summary>
    /// <param name="bias">One of the settings' biases.</param>
    public Figure Figure(double bias) => Charts.Figure.Row([.. Options.Activations().Select(activation => Panel(activation, bias))])
        .SharingYAxis()
        .WithTitle(IsReproduced && bias == ShownBias() ? InitializationText.DeadRelusTitleHolds : InitializationText.DeadRelusTitle)
        .Subtitle(Text.Format(InitializationText.DeadSubtitle, Options.Depth, Options.Width, bias, Options.Runs));

    /// <summary>The silent share before training and after it, against the bias at the start, at the largest learning rate.</summary>
    public Figure Biases()
    {
        double rate = Options.LearningRates[^1];
        double[] biases = [.. Options.Biases.Order()];
        var figure = Charts.Figure.Titled(InitializationText.BiasesTitle)
            .Subtitle(Text.Format(InitializationText.BiasesSubtitle, Options.Width, rate, Options.Runs))
            .XAxis(InitializationText.BiasAxis)
            .YAxis(InitializationText.SilentAxis, min: 0, max: 1);
        figure = figure.Line(
            biases, biases.Select(bias => Silent(Options.Activations()[0], bias, rate)[0]), InitializationText.BeforeTraining);
        foreach (var activation in Options.Activations())
        {
            figure = figure.Line(
                biases,
                biases.Select(bias => Silent(activation, bias, rate)[^1]),
                Text.Format(InitializationText.AfterTraining, Name(activation)));
        }

        return figure;
    }

    private static string Name(Activation activation) => activation == Activation.Relu
        ? InitializationText.ReluName
        : Text.Format(InitializationText.LeakyName, activation.NegativeSlope);

    private Figure Panel(Activation activation, double bias)
    {
        var figure = Charts.Figure.Titled(Name(activation))
            .XAxis(InitializationText.EpochsAxis)
            .YAxis(InitializationText.SilentAxis, min: 0, max: 1.1 * Highest(bias));
        foreach (double rate in Options.LearningRates)
        {
            var silent = Silent(activation, bias, rate);
            figure = figure.Line(Enumerable.Range(0, silent.Count), silent, Text.Format(InitializationText.LearningRateName, rate));
        }

        return figure;
    }

    private double Highest(double bias) => Math.Max(0.01, Options.Activations().Max(activation =>
        Options.LearningRates.Max(rate => Silent(activation, bias, rate).Max())));
}
