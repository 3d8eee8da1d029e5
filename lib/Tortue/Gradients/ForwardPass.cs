namespace Tortue.Gradients;

/// <summary>What the layers of a <see cref="DenseNetwork"/> compute for one example, under the course's numbers: 0 is the input.</summary>
/// <param name="Z">The sums z^l at index l = 1 … L; index 0 is empty.</param>
/// <param name="A">The activations a^l at index l = 0 … L; a⁰ is the example.</param>
public sealed record ForwardPass(IReadOnlyList<double[]> Z, IReadOnlyList<double[]> A)
{
    /// <summary>The activations of the last layer, a^L.</summary>
    public double[] Output => A[^1];
}
