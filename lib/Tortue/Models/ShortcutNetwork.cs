using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tortue.Models;

/// <summary>
/// A small residual network for images of 16×16, with its shortcuts or without: depth 6n + 2, three stages of n blocks, as K. He,
/// X. Zhang, S. Ren, J. Sun (CVPR 2016, section 4.2) build them for CIFAR-10. The stem halves the image, so that many networks can be
/// trained and looked at within minutes.
/// </summary>
public sealed class ShortcutNetwork : Module<Tensor, Tensor>
{
    private readonly Conv2d stem;
    private readonly BatchNorm2d norm;
    private readonly Sequential blocks;
    private readonly Linear classifier;

    /// <summary>A network with weights drawn from a seed. With and without shortcuts they are the same, but for the 1×1 convolutions on
    /// the shortcuts, which only one of the two has.</summary>
    /// <param name="channels">Channels of the images.</param>
    /// <param name="classes">Number of outputs, at least 1.</param>
    /// <param name="depth">Layers with weights, 6n + 2: 8, 14, 20, …</param>
    /// <param name="width">Channels of the first stage, at least 1; the later ones have twice and four times as many.</param>
    /// <param name="shortcuts">Whether each block's input is added to its output.</param>
    /// <param name="seed">The seed of the weights.</param>
    /// <exception cref="ArgumentException">The depth is not 6n + 2.</exception>
    public ShortcutNetwork(long channels, int classes, int depth, long width, bool shortcuts, ulong seed)
        : base(nameof(ShortcutNetwork))
    {
        if (!IsDepth(depth))
            throw new ArgumentException(Text.Format(ModelsText.BadShortcutDepth, depth));
        stem = Conv2d(channels, width, 3, stride: 2, padding: 1, bias: false);
        norm = BatchNorm2d(width);
        var made = new List<ResidualBlock>();
        for (int stage = 0; stage < 3; stage++)
        {
            long wide = width << stage;
            for (int i = 0; i < (depth - 2) / 6; i++)
            {
                bool first = i == 0 && stage > 0;
                made.Add(new(first ? wide / 2 : wide, wide, first ? 2 : 1, shortcuts));
            }
        }

        blocks = Sequential(made);
        classifier = Linear(4 * width, classes);
        RegisterComponents();
        Draw(made, seed);
    }

    /// <summary>Whether a network can be so deep: 6n + 2 layers.</summary>
    internal static bool IsDepth(int depth) => depth >= 8 && depth % 6 == 2;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var state = blocks.call(functional.relu(norm.call(stem.call(input))));
        return classifier.call(state.mean([2, 3]));
    }

    // The projections draw from a generator of their own, so that they do not shift the numbers of the layers behind them.
    private void Draw(IEnumerable<ResidualBlock> made, ulong seed)
    {
        using var main = new Generator(2 * seed);
        using var projections = new Generator(2 * seed + 1);
        WeightInit.HeNormalOut.Fill(stem.weight, main);
        foreach (var block in made)
            block.Draw(main, projections);
        WeightInit.GlorotNormal.Apply(classifier, main);
    }
}
