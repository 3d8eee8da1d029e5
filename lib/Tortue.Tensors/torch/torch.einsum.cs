using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A sum of products in Einstein's notation: "ij,jk->ik" is a matrix product, "ii->" a trace, "bi,bj->bij" outer products. Labels are
    /// letters, one a dimension; those that the output lacks are summed over. Without an arrow the output has the labels that appear once,
    /// in alphabetical order. An ellipsis is not supported.
    /// </summary>
    /// <param name="equation">The labels of each operand, separated by commas, and those of the output.</param>
    /// <param name="tensors">The operands, contracted from left to right; sizes of one are broadcast.</param>
    /// <returns>A tensor with the output's dimensions.</returns>
    public static Tensor einsum(string equation, params Tensor[] tensors) => EinsteinSum.Of(equation, tensors);
}
