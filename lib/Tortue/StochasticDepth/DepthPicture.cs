using Tortue.Charts;

namespace Tortue.StochasticDepth;

/// <summary>Which blocks of a network with stochastic depth take part in each of a few minibatches, as a picture.</summary>
public static class DepthPicture
{
    private const int MostMinibatches = 200;

    /// <summary>A column for each minibatch, a row for each block, light where the block takes part and dark where it is left out; beside
    /// it the blocks' survival probabilities. What is shown is what a <see cref="StochasticDepthNet"/> of the same seed does.</summary>
    /// <param name="blocks">L, at least 1. Default: 54.</param>
    /// <param name="lastSurvival">p_L, 0 to 1. Default: ½.</param>
    /// <param name="rule">How the other probabilities follow. Default: linear.</param>
    /// <param name="minibatches">How many, 1 to 200. Default: 20.</param>
    /// <param name="seed">The network's seed. Default: 1.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public static Figure Figure(
        int blocks = 54, double lastSurvival = 0.5, SurvivalRule rule = SurvivalRule.Linear, int minibatches = 20, ulong seed = 1)
    {
        var survivals = SurvivalProbabilities.Of(rule, blocks, lastSurvival);
        if (minibatches is < 1 or > MostMinibatches)
            throw new ArgumentException(Text.Format(StochasticDepthText.BadMinibatches, minibatches, MostMinibatches));
        var gates = Gates(survivals, minibatches, seed);
        double[] depths = [.. Enumerable.Range(0, minibatches).Select(m => Enumerable.Range(0, blocks).Sum(l => gates[l, m]))];
        int[] numbers = [.. Enumerable.Range(1, blocks)];
        var picture = Charts.Figure.Titled(StochasticDepthText.GatesPanel)
            .Heatmap(
                Enumerable.Range(1, minibatches), numbers, gates, StochasticDepthText.GatesColor, HeatmapColors.Sequential, 0, 1)
            .XAxis(StochasticDepthText.MinibatchAxis)
            .YAxis(StochasticDepthText.BlockAxis, min: 0.5, max: blocks + 0.5);
        var likely = Charts.Figure.Titled(StochasticDepthText.SurvivalPanel)
            .Line(survivals, numbers)
            .XAxis(StochasticDepthText.PictureSurvivalAxis, min: 0, max: 1.02)
            .YAxis(StochasticDepthText.BlockAxis, min: 0.5, max: blocks + 0.5);
        return Charts.Figure.Row(picture, likely)
            .SharingYAxis()
            .WithTitle(Text.Format(StochasticDepthText.PictureTitle, depths.Min(), depths.Max(), blocks))
            .Subtitle(Text.Format(
                StochasticDepthText.PictureSubtitle, lastSurvival, depths.Average(), SurvivalProbabilities.ExpectedDepth(survivals)))
            .WithAlt(StochasticDepthText.PictureAlt);
    }

    private static double[,] Gates(IReadOnlyList<double> survivals, int minibatches, ulong seed)
    {
        var gates = new double[survivals.Count, minibatches];
        var active = new bool[survivals.Count];
        for (int m = 0; m < minibatches; m++)
        {
            BlockGates.Draw(seed, (uint)m, survivals, active);
            for (int l = 0; l < active.Length; l++)
                gates[l, m] = active[l] ? 1 : 0;
        }

        return gates;
    }
}
