namespace Tortue.CriticalPeriods;

/// <summary>The Fisher information in the parameters of one layer: the part of the trace that lies in its block of the diagonal.</summary>
/// <param name="Name">Where the module lies in the network, for example "stages.0.0.conv1".</param>
/// <param name="HasWeights">Whether it is a layer with weights, convolution or linear; not a normalisation.</param>
/// <param name="Parameters">How many numbers it learns.</param>
/// <param name="SquaredNorm">‖w‖², of all of them together.</param>
/// <param name="Trace">Estimate of the sum of the diagonal of F over them, in nats per unit of w².</param>
/// <param name="StandardError">Its standard error, from the spread over the minibatches.</param>
public sealed record FisherLayer(
    string Name, bool HasWeights, long Parameters, double SquaredNorm, double Trace, double StandardError)
{
    /// <summary>
    /// tr F · ‖w‖²: what batch norm does not see. With batch norm behind a layer, weights c times as long compute the same, and their
    /// trace is c⁻² times as large, so that weight decay raises the trace without any change of what the network does.
    /// </summary>
    public double Relative => Trace * SquaredNorm;
}
