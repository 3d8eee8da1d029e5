using Tortue.Tensors.Saving;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// Reads a tensor in TorchSharp's format, as <see cref="TensorExtensionMethods.Save(Tensor, BinaryWriter)"/> writes it.
        /// </summary>
        /// <param name="reader">Where to read.</param>
        /// <returns>A new tensor.</returns>
        /// <exception cref="InvalidDataException">The bytes are no tensor.</exception>
        /// <exception cref="EndOfStreamException">The data end too soon.</exception>
        public static Tensor Load(BinaryReader reader) => TensorExtensionMethods.Load(reader);

        /// <summary>Reads a tensor in TorchSharp's format, and closes the stream.</summary>
        /// <inheritdoc cref="Load(BinaryReader)"/>
        /// <param name="stream">Where to read.</param>
        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream);
            return Load(reader);
        }

        /// <summary>Reads a tensor in TorchSharp's format from a file.</summary>
        /// <inheritdoc cref="Load(BinaryReader)"/>
        /// <param name="location">The file.</param>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        public static Tensor Load(string location) => Load(SideFile.Open(location));
    }
}
