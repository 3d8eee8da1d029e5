namespace Tortue.Initialization;

/// <summary>One hidden layer of a network, at its initialisation.</summary>
/// <param name="Activations">The units' values, over all images.</param>
/// <param name="Deltas">The gradients δ of each image's own loss with respect to the layer's weighted sums z, over all images.</param>
/// <param name="WeightGradients">The gradient of the batch's mean loss with respect to the layer's weights.</param>
/// <param name="MeanSquareSlope">The mean of f′(z)² over units and images.</param>
public sealed record GlorotLayer(Spread Activations, Spread Deltas, Spread WeightGradients, double MeanSquareSlope)
{
    /// <summary>The spread of one of the three quantities.</summary>
    /// <param name="quantity">Which.</param>
    public Spread Of(GlorotQuantity quantity) => quantity switch
    {
        GlorotQuantity.Activation => Activations,
        GlorotQuantity.Delta => Deltas,
        _ => WeightGradients,
    };
}
