using System.Globalization;
using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>The tensor as text in a style.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="fltFormat">The format of floating-point numbers; g5 when null.</param>
    /// <param name="width">The width of a line in characters; 100 when null.</param>
    /// <param name="newLine">What ends a line; a line feed when null.</param>
    /// <param name="cultureInfo">The culture of numbers; the invariant one when null.</param>
    /// <param name="style">The style.</param>
    /// <returns>Text, with both ends of long dimensions.</returns>
    public static string str(
        this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default) =>
        tensor.ToString(style, fltFormat, width, cultureInfo ?? CultureInfo.InvariantCulture, newLine ?? PrintOptions.NewLine ?? "\n");

    /// <summary>The tensor as Julia would write it.</summary>
    /// <inheritdoc cref="str"/>
    public static string jlstr(
        this Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.str(fltFormat, width, newLine, cultureInfo, TensorStringStyle.Julia);

    /// <summary>The tensor as NumPy would write it.</summary>
    /// <inheritdoc cref="str"/>
    public static string npstr(
        this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.str(fltFormat, width, newLine, cultureInfo, TensorStringStyle.Numpy);

    /// <summary>The tensor as C# would write it.</summary>
    /// <inheritdoc cref="str"/>
    public static string cstr(
        this Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.str(fltFormat, width, newLine, cultureInfo, TensorStringStyle.CSharp);

    /// <summary>Shape, element type and device: "[2x3], type = Float32, device = cpu".</summary>
    /// <param name="tensor">The tensor.</param>
    /// <returns>One line.</returns>
    public static string metastr(this Tensor tensor) => tensor.ToString(TensorStringStyle.Metadata);

    /// <summary>Writes the tensor to the console.</summary>
    /// <param name="t">The tensor.</param>
    /// <param name="fltFormat">The format of floating-point numbers.</param>
    /// <param name="width">The width of a line in characters.</param>
    /// <param name="newLine">What ends a line; a line feed when null.</param>
    /// <param name="cultureInfo">The culture of numbers; the invariant one when null.</param>
    /// <param name="style">The style.</param>
    /// <returns>The tensor.</returns>
    public static Tensor print(
        this Tensor t, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default)
    {
        Console.WriteLine(t.str(fltFormat, width, newLine, cultureInfo, style));
        return t;
    }
}
