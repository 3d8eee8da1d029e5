namespace Tortue.CriticalPeriods;

/// <summary>Steps of one length: means over the directions, divergences in nats.</summary>
/// <param name="Epsilon">Length of the step δ as a share of ‖w‖.</param>
/// <param name="Divergence">KL(p_w ‖ p_{w+δ}).</param>
/// <param name="Half">½ δᵀFδ.</param>
/// <param name="Ratio">KL(p_w ‖ p_{w+δ}) over ½ δᵀFδ, the mean of it.</param>
/// <param name="LowestRatio">The lowest of the directions.</param>
/// <param name="HighestRatio">The highest of the directions.</param>
/// <param name="Error">|KL(p_w ‖ p_{w+δ}) − ½ δᵀFδ|.</param>
/// <param name="ReverseError">The same of KL(p_{w+δ} ‖ p_w).</param>
/// <param name="EvenError">The same of the mean of KL(p_w ‖ p_{w+δ}) and KL(p_w ‖ p_{w−δ}): odd orders cancel.</param>
public sealed record KlExpansionPoint(
    double Epsilon,
    double Divergence,
    double Half,
    double Ratio,
    double LowestRatio,
    double HighestRatio,
    double Error,
    double ReverseError,
    double EvenError);
