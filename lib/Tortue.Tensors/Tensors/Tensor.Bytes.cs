using System.Runtime.InteropServices;
using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The memory of a contiguous tensor: its elements in row-major order. It is shared, and valid as long as the tensor is; setting it
        /// copies as many bytes into the tensor.
        /// </summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous.</exception>
        /// <exception cref="ArgumentException">There are more or fewer bytes than the tensor has.</exception>
        public Span<byte> bytes
        {
            get
            {
                CheckContiguous("bytes");
                return RawBytes();
            }

            set
            {
                CheckContiguous("bytes");
                var mine = RawBytes();
                if (value.Length != mine.Length)
                {
                    throw new ArgumentException(
                        $"a tensor of shape {Shapes.Text(_sizes)} has {mine.Length} bytes; {value.Length} were given");
                }

                value.CopyTo(mine);
                Storage.Version++;
            }
        }

        /// <summary>Writes the elements' bytes, in row-major order.</summary>
        /// <param name="stream">Where to write.</param>
        /// <param name="bufferSize">Has no effect here: no buffer is needed.</param>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous.</exception>
        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            ArgumentNullException.ThrowIfNull(stream);
            stream.Write(bytes);
        }

        /// <summary>Overwrites the elements with bytes, in row-major order.</summary>
        /// <param name="stream">Where to read.</param>
        /// <param name="bufferSize">Has no effect here: no buffer is needed.</param>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous.</exception>
        /// <exception cref="EndOfStreamException">The stream has fewer bytes than the tensor.</exception>
        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            ArgumentNullException.ThrowIfNull(stream);
            stream.ReadExactly(bytes);
            Storage.Version++;
        }

        /// <summary>The memory of a packed tensor.</summary>
        internal Span<byte> RawBytes() => dtype switch
        {
            ScalarType.Float32 => MemoryMarshal.AsBytes(Span<float>()),
            ScalarType.Float64 => MemoryMarshal.AsBytes(Span<double>()),
            ScalarType.Int64 => MemoryMarshal.AsBytes(Span<long>()),
            ScalarType.Int32 => MemoryMarshal.AsBytes(Span<int>()),
            ScalarType.Byte => Span<byte>(),
            ScalarType.Bool => MemoryMarshal.AsBytes(Span<bool>()),
            _ => throw ScalarTypes.Unsupported(dtype),
        };

        private void CheckContiguous(string member)
        {
            if (!IsPacked)
                throw new InvalidOperationException($"{member} needs a contiguous tensor; call contiguous() first.");
        }
    }
}
