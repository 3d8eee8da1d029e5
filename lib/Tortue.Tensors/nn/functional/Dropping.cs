using System.Globalization;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>What all kinds of dropout have in common.</summary>
internal static class Dropping
{
    /// <summary>Multiplies by random numbers that are 0 with a probability p, and 1 / (1 − p) otherwise.</summary>
    /// <param name="input">Any tensor.</param>
    /// <param name="shape">That of the random numbers, of size one where they are shared.</param>
    /// <param name="p">The probability of zero.</param>
    /// <param name="training">Whether anything is done at all.</param>
    /// <param name="inplace">Whether the input itself is changed.</param>
    public static Tensor Drop(Tensor input, long[] shape, double p, bool training, bool inplace)
    {
        if (p is not (>= 0 and <= 1))
            throw TorchError.Because(Complaint(p));
        if (p == 0 || !training || input.Count == 0)
            return inplace ? input : input.alias();

        using var noise = Tensor.Empty(shape, input.dtype);
        if (p == 1)
        {
            noise.Fill(0);
        }
        else
        {
            RandomFill.Bernoulli(noise, 1 - p, null);
            noise.div_(1 - p);
        }

        return inplace ? input.mul_(noise) : input.mul(noise);
    }

    public static double Checked(double p) => p is >= 0 and <= 1 ? p : throw new ArgumentException(Complaint(p), nameof(p));

    /// <summary>As PyTorch prints it.</summary>
    public static string Text(double p, bool inplace) =>
        string.Create(CultureInfo.InvariantCulture, $"p={p}, inplace={(inplace ? "True" : "False")}");

    private static string Complaint(double p) =>
        string.Create(CultureInfo.InvariantCulture, $"dropout probability has to be between 0 and 1, but got {p}");
}
