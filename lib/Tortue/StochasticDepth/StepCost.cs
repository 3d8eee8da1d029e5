namespace Tortue.StochasticDepth;

/// <summary>
/// What a training step costs, in multiplications with an addition for one example, as the literature counts them: convolutions and the
/// linear layer. Shortcuts, batch norms and the loss are not counted.
/// </summary>
/// <param name="Outside">Stem and classifier.</param>
/// <param name="Blocks">Each block's branch.</param>
internal sealed record StepCost(double Outside, IReadOnlyList<double> Blocks)
{
    private const int Kernel = 9;

    /// <summary>The cost of a network on square images.</summary>
    public static StepCost Of(StochasticDepthShape shape, int side)
    {
        double width = shape.Width;
        side = Strided(side, shape.StemStride);
        double outside = shape.InputChannels * width * Kernel * side * side;
        var blocks = new double[shape.Blocks];
        for (int l = 0; l < blocks.Length; l++)
        {
            double before = width;
            if (l > 0 && l % shape.BlocksPerStage == 0)
                (width, side) = (2 * width, Strided(side, 2));
            blocks[l] = (before + width) * width * Kernel * side * side;
        }

        return new(outside + width * shape.Classes, blocks);
    }

    /// <summary>The expected cost of a step as a share of that of a step with all blocks.</summary>
    public double ExpectedRatio(IReadOnlyList<double> survivals) =>
        (Outside + Blocks.Zip(survivals, (cost, p) => cost * p).Sum()) / (Outside + Blocks.Sum());

    // A 3×3 kernel with a margin of one pixel.
    private static int Strided(int side, int stride) => (side + stride - 1) / stride;
}
