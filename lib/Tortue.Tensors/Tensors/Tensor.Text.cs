using System.Globalization;
using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="TensorStringStyle.Julia"/>
    public const TensorStringStyle julia = TorchSharp.TensorStringStyle.Julia;

    /// <inheritdoc cref="TensorStringStyle.Numpy"/>
    public const TensorStringStyle numpy = TorchSharp.TensorStringStyle.Numpy;

    /// <inheritdoc cref="TensorStringStyle.CSharp"/>
    public const TensorStringStyle csharp = TorchSharp.TensorStringStyle.CSharp;

    /// <summary>The style of text where none is asked for: Julia's unless set.</summary>
    /// <exception cref="ArgumentException">It is set to <see cref="TensorStringStyle.Default"/>, which stands for itself.</exception>
    public static TensorStringStyle TensorStringStyle
    {
        get => style;
        set => style = value != TorchSharp.TensorStringStyle.Default
            ? value
            : throw new ArgumentException("The style cannot be set to 'Default'", nameof(value));
    }

    public partial class Tensor
    {
        /// <summary>One line: shape, element type, device, and the first few values.</summary>
        /// <returns>Such as "[2x3], type = Float32, device = cpu: 0.5, 1, 1.5, …".</returns>
        public override string ToString() => IsInvalid ? "disposed tensor" : TensorText.Summary(this);

        /// <summary>The tensor as text in a style. What is null is as <c>set_printoptions</c> has it.</summary>
        /// <param name="style">The style.</param>
        /// <param name="fltFormat">The format of floating-point numbers; as set when null.</param>
        /// <param name="width">The width of a line in characters; as set when null.</param>
        /// <param name="cultureInfo">The culture of numbers; the current one when null.</param>
        /// <param name="newLine">What ends a line; as set when null.</param>
        /// <returns>Text, with both ends of long dimensions.</returns>
        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            var formatter = new TensorFormatter(
                this, fltFormat ?? PrintOptions.FloatFormat, width ?? PrintOptions.LineWidth, cultureInfo ?? CultureInfo.CurrentCulture,
                newLine ?? PrintOptions.NewLine ?? Environment.NewLine);
            return formatter.Write(style == TorchSharp.TensorStringStyle.Default ? torch.TensorStringStyle : style);
        }

        /// <summary>The tensor as text in the default style. What is null is as <c>set_printoptions</c> has it.</summary>
        /// <param name="disamb">Has no effect; it tells this method from <see cref="ToString()"/>.</param>
        /// <param name="fltFormat">The format of floating-point numbers; as set when null.</param>
        /// <param name="width">The width of a line in characters; as set when null.</param>
        /// <param name="cultureInfo">The culture of numbers; the current one when null.</param>
        /// <param name="newLine">What ends a line; as set when null.</param>
        /// <returns>Text, with both ends of long dimensions.</returns>
        public string ToString(
            bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            ToString(torch.TensorStringStyle, fltFormat, width, cultureInfo, newLine);
    }
}
