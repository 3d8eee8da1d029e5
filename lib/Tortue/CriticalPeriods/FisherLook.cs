namespace Tortue.CriticalPeriods;

/// <summary>A network in the course of its training.</summary>
/// <param name="Epoch">Epochs that it has been trained for; 0 before the first step.</param>
/// <param name="TrainAccuracy">Share of the training images, as it saw them, that were right on the way through the last epoch, 0 to 1;
/// that of the untrained network at the start.</param>
/// <param name="TestAccuracy">Share of the clean test images that are right, 0 to 1.</param>
/// <param name="Trace">Trace of the Fisher information over all parameters, in nats per unit of w².</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="LayerTraces">The part of each layer with weights.</param>
/// <param name="LayerNorms">‖w‖² of each of these layers.</param>
public sealed record FisherLook(
    int Epoch,
    double TrainAccuracy,
    double TestAccuracy,
    double Trace,
    double StandardError,
    IReadOnlyList<double> LayerTraces,
    IReadOnlyList<double> LayerNorms)
{
    /// <summary>Σ tr F_l ‖w_l‖²: the trace without what longer or shorter weights before a batch norm do to it.</summary>
    public double Relative => LayerTraces.Zip(LayerNorms, (trace, norm) => trace * norm).Sum();

    /// <summary>Each layer's share of the trace of the layers with weights; they add up to 1.</summary>
    /// <param name="relative">Whether shares of tr F_l ‖w_l‖² are meant.</param>
    public double[] Shares(bool relative = false)
    {
        double[] parts = [.. LayerTraces.Zip(LayerNorms, (trace, norm) => relative ? trace * norm : trace)];
        double sum = parts.Sum();
        return Array.ConvertAll(parts, part => sum > 0 ? part / sum : 1.0 / parts.Length);
    }
}
