using Tortue.Tensors.Saving;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Writes a tensor to a file as TorchSharp does, in LibTorch's zip archive, which Python's <c>torch.jit.load</c> reads too. The file
    /// appears when it is complete.
    /// </summary>
    /// <param name="t">The tensor.</param>
    /// <param name="location">The file; one that is there is replaced.</param>
    public static void save(Tensor t, string location) => t.save(location);

    /// <summary>Reads a tensor that <see cref="save"/> wrote, here or in TorchSharp, or <c>torch.save</c> in Python.</summary>
    /// <param name="location">The file.</param>
    /// <returns>A new tensor, which wants gradients if the one that was saved did.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">It is no such archive.</exception>
    public static Tensor load(string location) => Tensor.load(location);

    public partial class Tensor
    {
        /// <inheritdoc cref="torch.load"/>
        public static Tensor load(string location) => TensorArchive.Load(location);

        /// <summary>
        /// Writes the tensor to a file as TorchSharp does, in LibTorch's zip archive, which Python's <c>torch.jit.load</c> reads too. The
        /// file appears when it is complete.
        /// </summary>
        /// <param name="location">The file; one that is there is replaced.</param>
        public void save(string location) => TensorArchive.Save(this, location);
    }
}
