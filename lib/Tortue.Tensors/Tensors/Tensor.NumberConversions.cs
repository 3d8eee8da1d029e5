using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A tensor of one number and no dimensions.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(double value) => tensor(value);

        /// <summary>A tensor with a copy of an array, in one dimension.</summary>
        /// <param name="value">The array.</param>
        public static implicit operator Tensor(double[] value) => tensor(value);

        /// <summary>The number in a tensor of one element, converted where the element type differs.</summary>
        /// <param name="value">The tensor.</param>
        public static explicit operator double(Tensor value) => value.Number<double>();

        /// <summary>A tensor of one number and no dimensions.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(float value) => tensor(value);

        /// <summary>A tensor with a copy of an array, in one dimension.</summary>
        /// <param name="value">The array.</param>
        public static implicit operator Tensor(float[] value) => tensor(value);

        /// <summary>The number in a tensor of one element, converted where the element type differs.</summary>
        /// <param name="value">The tensor.</param>
        public static explicit operator float(Tensor value) => value.Number<float>();

        /// <summary>A tensor of one number and no dimensions.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(long value) => tensor(value);

        /// <summary>A tensor with a copy of an array, in one dimension.</summary>
        /// <param name="value">The array.</param>
        public static implicit operator Tensor(long[] value) => tensor(value);

        /// <summary>The number in a tensor of one element, converted where the element type differs.</summary>
        /// <param name="value">The tensor.</param>
        public static explicit operator long(Tensor value) => value.Number<long>();

        /// <summary>A tensor of one number and no dimensions.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(int value) => tensor(value);

        /// <summary>A tensor with a copy of an array, in one dimension.</summary>
        /// <param name="value">The array.</param>
        public static implicit operator Tensor(int[] value) => tensor(value);

        /// <summary>The number in a tensor of one element, converted where the element type differs.</summary>
        /// <param name="value">The tensor.</param>
        public static explicit operator int(Tensor value) => value.Number<int>();

        /// <summary>A tensor of one number and no dimensions.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(bool value) => tensor(value);

        /// <summary>A tensor with a copy of an array, in one dimension.</summary>
        /// <param name="value">The array.</param>
        public static implicit operator Tensor(bool[] value) => tensor(value);

        /// <summary>The number in a tensor of one element, converted where the element type differs.</summary>
        /// <param name="value">The tensor.</param>
        public static explicit operator bool(Tensor value) => value.Number<bool>();

        /// <summary>A tensor of one number and no dimensions.</summary>
        /// <param name="scalar">The number.</param>
        public static implicit operator Tensor(Scalar scalar) => Creation.Filled([], scalar, scalar.Type, null, false);
    }
}
