using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What modules that put margins around sequences and images have in common.</summary>
public abstract class PadBase : ParameterLessModule<Tensor, Tensor>
{
    private readonly PaddingModes _mode;

    private protected PadBase(string name, PaddingModes mode, double value, params long[] padding)
        : base(name) => (_mode, this.value, this.padding) = (mode, value, padding);

    /// <summary>Elements before and after: of columns, and of rows for images.</summary>
    public long[] padding { get; set; }

    /// <summary>The constant of constant margins.</summary>
    public double value { get; set; }

    private protected override string Settings =>
        $"({string.Join(", ", padding)})" + (_mode == PaddingModes.Constant ? $", value={value:R}" : "");

    /// <inheritdoc/>
    /// <param name="input">(Batch ×) channels × length, or × rows × columns.</param>
    /// <returns>A wider tensor.</returns>
    public override Tensor forward(Tensor input) => nn.functional.pad(input, padding, _mode, value);
}
