using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What convolutions have in common: kernels, biases, and how the kernels move over their input.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private Parameter _weight;
    private Parameter? _bias;

    private protected Convolution(string name, ConvolutionOptions options, Device? device, ScalarType? dtype)
        : base(name)
    {
        options.Check();
        Options = options;
        using var scope = NewDisposeScope();
        _weight = new Parameter(empty(
            [options.OutChannels, options.InChannels / options.Groups, .. options.KernelSize], dtype, device));
        _bias = options.HasBias ? new Parameter(empty([options.OutChannels], dtype, device)) : null;
        register_parameter(nameof(weight), _weight);
        register_parameter(nameof(bias), _bias);
        reset_parameters();
    }

    /// <summary>The kernels, out_channels × in_channels / groups × rows × columns.</summary>
    public Parameter weight
    {
        get => _weight;
        set => SetParameter(nameof(weight), _weight = value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>What is added to each output, of length out_channels; null where there is none.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(nameof(bias), _bias = value);
    }

    /// <summary>Channels of the input.</summary>
    public long in_channels => Options.InChannels;

    /// <summary>Channels of the output.</summary>
    public long out_channels => Options.OutChannels;

    /// <summary>Rows and columns of a kernel.</summary>
    public long[] kernel_size => [.. Options.KernelSize];

    /// <summary>Pixels from one place of a kernel to the next, vertical and horizontal.</summary>
    public long[] stride => [.. Options.Stride];

    /// <summary>Pixels at each margin, vertical and horizontal; null where <see cref="padding_type"/> says it by name.</summary>
    public long[]? padding => Options.PaddingType is null ? [.. Options.Padding] : null;

    /// <summary>The margins by name; null where <see cref="padding"/> gives their numbers.</summary>
    public Padding? padding_type => Options.PaddingType;

    /// <summary>What margins are filled with.</summary>
    public PaddingModes padding_mode => Options.PaddingMode;

    /// <summary>Pixels from one weight to the next, vertical and horizontal.</summary>
    public long[] dilation => [.. Options.Dilation];

    /// <summary>Parts into which channels are cut, each of which sees only its own.</summary>
    public long groups => Options.Groups;

    /// <summary>Whether the convolution is a transposed one.</summary>
    public bool transposed => false;

    internal ConvolutionOptions Options { get; }

    private protected override string Settings => Options.ToString();

    /// <summary>
    /// Draws kernels and biases anew, uniformly on ±1/√n, where n is the number of products in an output's sum.
    /// </summary>
    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(_weight, Math.Sqrt(5));
        if (_bias is null)
            return;
        var bound = 1 / Math.Sqrt(_weight.Sizes[1] * Options.KernelSize.Aggregate(1L, (a, b) => a * b));
        nn.init.uniform_(_bias, -bound, bound);
    }
}
