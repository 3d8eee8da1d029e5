using static TorchSharp.torch;

namespace Tortue.Data;

/// <summary>Some examples, as a step of training takes them.</summary>
/// <param name="Inputs">float32, examples along the first dimension.</param>
/// <param name="Labels">int64, their classes.</param>
public readonly record struct Minibatch(Tensor Inputs, Tensor Labels) : IDisposable
{
    /// <summary>How many examples.</summary>
    public int Count => (int)Labels.shape[0];

    /// <summary>Gives the tensors back.</summary>
    public void Dispose()
    {
        Inputs.Dispose();
        Labels.Dispose();
    }
}
