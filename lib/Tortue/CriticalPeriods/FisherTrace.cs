namespace Tortue.CriticalPeriods;

/// <summary>The trace of a model's Fisher information matrix.</summary>
/// <param name="Total">Its estimate over all parameters, in nats per unit of w².</param>
/// <param name="StandardError">Its standard error, from the spread over the minibatches: how far the estimate would be from that of other
/// examples of the same kind and other draws of the labels.</param>
/// <param name="Layers">The share of each module that has parameters, in the order of the network.</param>
/// <param name="Minibatches">How many minibatches it comes from.</param>
public sealed record FisherTrace(double Total, double StandardError, IReadOnlyList<FisherLayer> Layers, int Minibatches)
{
    /// <summary>How many numbers the model learns.</summary>
    public long Parameters => Layers.Sum(layer => layer.Parameters);

    /// <summary>The mean of the diagonal of F.</summary>
    public double PerParameter => Total / Parameters;

    /// <summary>Σ tr F_l ‖w_l‖² over the layers with weights: unlike the trace, it does not change when the weights in front of a batch
    /// norm are made longer or shorter.</summary>
    public double Relative => Layers.Where(layer => layer.HasWeights).Sum(layer => layer.Relative);
}
