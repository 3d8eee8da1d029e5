using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Tortue.Benchmarks.VersusPyTorch;

/// <summary>Networks of convolutions.</summary>
internal static class ImageRows
{
    /// <summary>One convolution, forward and backward; the result is the gradient of its kernels.</summary>
    /// <param name="channels">Channels of input and output.</param>
    /// <param name="batch">Images.</param>
    public static Func<Tensor> Convolution(int channels, int batch)
    {
        var x = Numbers.Uniform(1, [batch, channels, 32, 32]).requires_grad_();
        var w = Numbers.Uniform(2, [channels, channels, 3, 3], 0.2f).requires_grad_();
        var g = Numbers.Uniform(3, [batch, channels, 32, 32]);
        return () =>
        {
            var y = nn.functional.conv2d(x, w, padding: [1, 1]);
            return autograd.grad([y], [x, w], [g])[1];
        };
    }

    /// <summary>A step of training a small residual network; the result is the loss.</summary>
    public static Func<Tensor> ResNet()
    {
        var model = new Network();
        Numbers.Fill(model.parameters());
        var optimizer = optim.SGD(model.parameters(), 0.01);
        return NetworkRows.Training(model, Numbers.Uniform(1, [64, 3, 32, 32]), Numbers.Labels(64), optimizer);
    }

    private static Conv2d Conv(int inputs) => nn.Conv2d(inputs, 16, 3L, padding: 1L, bias: false);

    private sealed class Network : nn.Module<Tensor, Tensor>
    {
        private readonly Conv2d _stem = Conv(3);
        private readonly Sequential _blocks = nn.Sequential(new Block(), new Block(), new Block());
        private readonly Linear _head = nn.Linear(16, 10);

        public Network()
            : base(nameof(Network)) => RegisterComponents();

        public override Tensor forward(Tensor input) => _head.forward(_blocks.forward(_stem.forward(input)).mean([2, 3]));
    }

    private sealed class Block : nn.Module<Tensor, Tensor>
    {
        private readonly Conv2d _conv1 = Conv(16);
        private readonly BatchNorm2d _norm1 = nn.BatchNorm2d(16);
        private readonly Conv2d _conv2 = Conv(16);
        private readonly BatchNorm2d _norm2 = nn.BatchNorm2d(16);

        public Block()
            : base(nameof(Block)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            var y = nn.functional.relu(_norm1.forward(_conv1.forward(input)));
            return nn.functional.relu(_norm2.forward(_conv2.forward(y)) + input);
        }
    }
}
