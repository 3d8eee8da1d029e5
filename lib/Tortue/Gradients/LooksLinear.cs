using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>
/// Balduzzi's "looks-linear" initialisation: on the pair (ReLU(h), ReLU(−h)) the weights (Q, −Q), Q orthogonal, give Q ReLU(h) − Q
/// ReLU(−h) = Q h. The network has all its ReLUs and begins as a linear map, so that its gradient is the same at every point.
/// </summary>
internal static class LooksLinear
{
    /// <summary>The derivatives by x of a network's units, [points, width / 2].</summary>
    /// <param name="states">What the first layer gives, [points, width / 2].</param>
    /// <param name="gradients">Its derivative by x, [1, width / 2].</param>
    /// <param name="depth">Hidden layers.</param>
    /// <param name="generator">For the orthogonal matrices.</param>
    public static Tensor Gradients(Tensor states, Tensor gradients, int depth, Generator generator)
    {
        var state = stack([states, gradients.expand_as(states)]);
        var (points, units) = (states.size(0), states.size(1));
        for (int layer = 1; layer <= depth; layer++)
        {
            var open = state.select(0, 0).gt(0).to(float32);
            var pair = cat([state * open, state * (open - 1)], 2);
            var orthogonal = empty(units, units);
            WeightInit.Orthogonal.Fill(orthogonal, generator);
            state = pair.view(2 * points, 2 * units).matmul(cat([orthogonal, -orthogonal], 0)).view(2, points, units);
        }

        return state.select(0, 1);
    }
}
