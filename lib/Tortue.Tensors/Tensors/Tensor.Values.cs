using System.Runtime.CompilerServices;
using TorchSharp.Utils;
using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The number in a tensor of one element.</summary>
        /// <typeparam name="T">The element type: float for Float32, double for Float64, long for Int64, int for Int32, byte for
        /// Byte, bool for Bool.</typeparam>
        /// <returns>The number.</returns>
        /// <exception cref="ArgumentException">The tensor has none or several elements, or elements of another type.</exception>
        public T item<T>()
            where T : unmanaged
        {
            if (NumberOfElements != 1)
            {
                throw new ArgumentException($"Number of elements in the tensor must be 1, but the shape is {Shapes.Text(_sizes)}: pick " +
                    "one by indexing, or reduce, first.");
            }

            CheckElements<T>("ToDouble() and its like convert");
            return Elements<T>().First;
        }

        /// <summary>The number in a tensor of one element, converted where the element type differs.</summary>
        internal T Number<T>()
            where T : unmanaged => dtype switch
            {
                ScalarType.Float32 => Converted<float, T>(item<float>()),
                ScalarType.Float64 => Converted<double, T>(item<double>()),
                ScalarType.Int64 => Converted<long, T>(item<long>()),
                ScalarType.Int32 => Converted<int, T>(item<int>()),
                ScalarType.Byte => Converted<byte, T>(item<byte>()),
                _ => Converted<bool, T>(item<bool>()),
            };

        /// <summary>The number in a tensor of one element, as an argument of any kind.</summary>
        /// <returns>The scalar.</returns>
        public Scalar ToScalar() => dtype switch
        {
            ScalarType.Float32 => (double)item<float>(),
            ScalarType.Float64 => item<double>(),
            ScalarType.Int64 => item<long>(),
            ScalarType.Int32 => (long)item<int>(),
            ScalarType.Byte => (long)item<byte>(),
            _ => item<bool>(),
        };

        /// <summary>The elements, in row-major order, to be read and written from C#.</summary>
        /// <typeparam name="T">The element type: float for Float32, double for Float64, long for Int64, int for Int32, byte for
        /// Byte, bool for Bool.</typeparam>
        /// <returns>An accessor, which shares the tensor's memory.</returns>
        /// <exception cref="ArgumentException">The element type is another one.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            CheckElements<T>($"convert it first, for example with to_type(ScalarType.{ScalarTypes.Of<T>()})");
            return new TensorAccessor<T>(this);
        }

        /// <summary>The same values in another element type.</summary>
        /// <param name="type">The element type.</param>
        /// <param name="copy">Whether to copy even if the tensor has that type.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor when the result is another one.</param>
        /// <param name="non_blocking">Has no effect here.</param>
        /// <returns>This tensor when it has that type, and a new one otherwise.</returns>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            if (type == dtype)
                return copy ? clone() : this;

            var result = As(type);
            if (type.IsFloatingPoint() && GradientNode.Begin("ToCopyBackward0", this) is { } node)
                node.Input(this, static g => g).Output(result);
            if (disposeAfter)
                Dispose();
            return result;
        }

        /// <inheritdoc cref="to_type"/>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on a device: the CPU, where it is.</summary>
        /// <param name="device">The CPU; others are not available here.</param>
        /// <param name="copy">Whether to copy nevertheless.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor when the result is another one.</param>
        /// <param name="non_blocking">Has no effect here.</param>
        /// <returns>This tensor, or a copy.</returns>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(dtype, device, copy, disposeAfter, non_blocking);

        /// <summary>The same values in another element type, on a device.</summary>
        /// <param name="type">The element type.</param>
        /// <param name="device">The CPU; others are not available here.</param>
        /// <param name="copy">Whether to copy even if nothing changes.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor when the result is another one.</param>
        /// <param name="non_blocking">Has no effect here.</param>
        /// <returns>This tensor when nothing changes, and a new one otherwise.</returns>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            Creation.CheckPlace(device);
            return to_type(type, copy, disposeAfter, non_blocking);
        }

        /// <summary>The tensor on a device: the CPU, where it is.</summary>
        /// <param name="device">"cpu"; others are not available here.</param>
        /// <param name="copy">Whether to copy nevertheless.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor when the result is another one.</param>
        /// <param name="non_blocking">Has no effect here.</param>
        /// <returns>This tensor, or a copy.</returns>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(dtype, new Device(device), copy, disposeAfter, non_blocking);

        /// <summary>The same values in another tensor's element type.</summary>
        /// <param name="other">The other tensor.</param>
        /// <param name="non_blocking">Has no effect here.</param>
        /// <returns>This tensor when it has that type, and a new one otherwise.</returns>
        public Tensor to(Tensor other, bool non_blocking = false) => to_type(other.dtype);

        /// <inheritdoc cref="to(Tensor, bool)"/>
        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        /// <summary>The same values in another element type.</summary>
        /// <param name="dtype">The element type.</param>
        /// <returns>This tensor when it has that type, and a new one otherwise.</returns>
        public Tensor type(ScalarType dtype) => to_type(dtype);

        /// <summary>The values as Float32.</summary>
        /// <returns>This tensor when it has that type, and a new one otherwise.</returns>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>The values as Float64.</summary>
        /// <returns>This tensor when it has that type, and a new one otherwise.</returns>
        public Tensor @double() => to_type(ScalarType.Float64);

        /// <summary>The values as Int64; fractions are cut off.</summary>
        /// <returns>This tensor when it has that type, and a new one otherwise.</returns>
        public Tensor @long() => to_type(ScalarType.Int64);

        /// <summary>The values as Int32; fractions are cut off.</summary>
        /// <returns>This tensor when it has that type, and a new one otherwise.</returns>
        public Tensor @int() => to_type(ScalarType.Int32);

        /// <summary>Whether each element differs from zero.</summary>
        /// <returns>This tensor when it holds truth values, and a new one otherwise.</returns>
        public Tensor @bool() => to_type(ScalarType.Bool);

        /// <summary>The tensor on the CPU, where it is.</summary>
        /// <returns>This tensor.</returns>
        public Tensor cpu() => this;

        private void CheckElements<T>(string remedy)
            where T : unmanaged
        {
            if (ScalarTypes.Of<T>() != dtype)
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}: {remedy}.");
        }

        private static TTo Converted<TFrom, TTo>(TFrom value)
            where TFrom : unmanaged
            where TTo : unmanaged =>
            typeof(TFrom) == typeof(TTo)
                ? Unsafe.BitCast<TFrom, TTo>(value)
                : (TTo)Convert.ChangeType(value, typeof(TTo), System.Globalization.CultureInfo.InvariantCulture);
    }
}
