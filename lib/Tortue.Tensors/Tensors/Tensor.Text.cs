using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>One line: shape, element type, device, and the first few values.</summary>
        /// <returns>Such as "[2x3], type = Float32, device = cpu: 0.5, 1, 1.5, …".</returns>
        public override string ToString() => IsInvalid ? "disposed tensor" : TensorText.Summary(this);
    }
}
