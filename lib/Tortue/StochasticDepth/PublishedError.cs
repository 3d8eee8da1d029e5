namespace Tortue.StochasticDepth;

/// <summary>A published pair of test errors.</summary>
/// <param name="Data">What was learnt.</param>
/// <param name="Layers">Layers with weights.</param>
/// <param name="Constant">Test error with constant depth, in per cent.</param>
/// <param name="Stochastic">Test error with stochastic depth, in per cent.</param>
public sealed record PublishedError(string Data, int Layers, double Constant, double Stochastic)
{
    /// <summary>What stochastic depth gained, in percentage points; negative where it lost.</summary>
    public double Gain => Math.Round(Constant - Stochastic, 2);

    /// <summary>The error with stochastic over that with constant depth; above 1 where stochastic depth lost.</summary>
    public double Ratio => Stochastic / Constant;
}
