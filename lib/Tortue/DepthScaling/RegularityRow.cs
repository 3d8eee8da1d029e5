using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What networks whose weights have one Hurst exponent do, for each β.</summary>
/// <param name="Hurst">The exponent H.</param>
/// <param name="Hidden">log₁₀ of the median ‖h_L − h_0‖ / ‖h_0‖ over draws and inputs for each β, at most
/// <see cref="RegularityMap.Overflow"/>.</param>
/// <param name="Gradients">log₁₀ of the median ‖p_L − p_0‖ / ‖p_L‖, likewise.</param>
/// <param name="HiddenCritical">The critical β of the hidden states with its standard error over draws of the weights; null where there is
/// none among the β of the map.</param>
/// <param name="GradientCritical">The critical β of the gradients, likewise.</param>
public sealed record RegularityRow(
    double Hurst,
    IReadOnlyList<double> Hidden,
    IReadOnlyList<double> Gradients,
    MeanError? HiddenCritical,
    MeanError? GradientCritical)
{
    /// <summary>The critical β of one of the two quantities.</summary>
    /// <param name="quantity">Hidden states or gradients.</param>
    public MeanError? Critical(GrowthQuantity quantity) => quantity == GrowthQuantity.HiddenStates ? HiddenCritical : GradientCritical;

    /// <summary>The map's values of one of the two quantities, for each β.</summary>
    /// <param name="quantity">Hidden states or gradients.</param>
    public IReadOnlyList<double> Changes(GrowthQuantity quantity) => quantity == GrowthQuantity.HiddenStates ? Hidden : Gradients;
}
