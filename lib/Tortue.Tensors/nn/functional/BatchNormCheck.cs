using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>What batch normalisation asks of its operands, in PyTorch's words.</summary>
internal static class BatchNormCheck
{
    public static void Run(Tensor input, bool training, params ReadOnlySpan<(Tensor? Tensor, string Name)> operands)
    {
        if (input.Rank < 2)
            throw TorchError.Because($"expected at least 2D input (got {input.Rank}D input)");
        if (!input.is_floating_point())
            throw TorchError.Because($"\"batch_norm\" not implemented for '{ScalarTypes.ShortName(input.dtype)}'");
        foreach (var (operand, name) in operands)
        {
            if (operand is null && !training && name.StartsWith("running", StringComparison.Ordinal))
                throw TorchError.Because($"{name} must be defined in evaluation mode");
            if (operand is not null && operand.Count != input.Sizes[1])
                throw TorchError.Because($"{name} should contain {input.Sizes[1]} elements not {operand.Count}");
        }

        if (training && input.Count <= input.Sizes[1])
        {
            throw new ArgumentException(
                $"Expected more than 1 value per channel when training, got input size {Shapes.Text(input.Sizes)}", nameof(input));
        }
    }
}
