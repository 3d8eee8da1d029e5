using Tortue.Tensors;

namespace TorchSharp;

/// <summary>The static face of the engine; <c>using static TorchSharp.torch;</c> brings its functions into scope.</summary>
public static partial class torch
{
    /// <summary>
    /// A multi-dimensional array of numbers: a shape and strides over a storage that views share, with reverse-mode differentiation.
    /// Operators make new tensors; methods whose name ends in an underscore change the tensor itself. <c>==</c> compares element by element
    /// and gives a tensor, so a test for null is written <c>is null</c>.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private readonly long[] _sizes;
        private readonly long[] _strides;
        private readonly int _offset;
        private TensorStorage? _storage;

        /// <summary>Takes over one reference to the storage.</summary>
        internal Tensor(TensorStorage storage, long[] sizes, long[] strides, long offset = 0, bool attach = true)
        {
            _storage = storage;
            _sizes = sizes;
            _strides = strides;
            _offset = (int)offset;
            dtype = storage.Type;
            IsPacked = Shapes.IsContiguous(sizes, strides);
            if (attach)
                DisposeScopeManager.Attach(this);
        }

        /// <summary>A tensor that shares another one's memory but not its history: what a parameter is made of.</summary>
        private protected Tensor(Tensor data, bool requires_grad)
            : this(data.Storage.Retain(), data._sizes, data._strides, data._offset)
        {
            this.requires_grad = requires_grad;
        }

        /// <summary>A new array with the size of each dimension; empty for a tensor of one number.</summary>
        public long[] shape => [.. _sizes];

        /// <summary>The element type.</summary>
        public ScalarType dtype { get; }

        /// <summary>Where the tensor lives: the CPU.</summary>
        public Device device => CPU;

        /// <summary>The kind of device where the tensor lives: the CPU.</summary>
        public DeviceType device_type => DeviceType.CPU;

        /// <summary>The number of dimensions.</summary>
        public long ndim => _sizes.Length;

        /// <summary>The number of dimensions.</summary>
        public long Dimensions => _sizes.Length;

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => Shapes.Count(_sizes);

        /// <summary>The size of one element in bytes.</summary>
        public long ElementSize => dtype.ElementSize();

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => _storage is null;

        /// <summary>Whether the tensor lives on a CUDA device: never here.</summary>
        public bool is_cuda => false;

        /// <summary>Whether the tensor is stored sparsely: never here.</summary>
        public bool is_sparse => false;

        /// <summary>Whether the tensor is a shape without data: never here.</summary>
        public bool is_meta => false;

        /// <summary>A name for the reader; the engine makes no use of it.</summary>
        public string? name { get; set; }

        /// <summary>The sizes, not to be written to.</summary>
        internal long[] Sizes => _sizes;

        /// <summary>The strides in elements, not to be written to.</summary>
        internal long[] Strides => _strides;

        /// <summary>The index in the storage of the first element.</summary>
        internal int Offset => _offset;

        /// <summary>The number of dimensions.</summary>
        internal int Rank => _sizes.Length;

        /// <summary>The number of elements.</summary>
        internal int Count => (int)Shapes.Count(_sizes);

        /// <summary>Whether the elements follow one another in memory, the last dimension fastest.</summary>
        internal bool IsPacked { get; }

        /// <summary>Whether the tensor stands for a plain number in an operation, which then decides nothing about element types.</summary>
        internal bool IsPlainNumber { get; init; }

        /// <summary>The memory, shared with views.</summary>
        internal TensorStorage Storage =>
            _storage ?? throw new InvalidOperationException("Tensor invalid -- empty handle. It was disposed, perhaps by its " +
                "DisposeScope.");

        /// <summary>The number of dimensions.</summary>
        /// <returns>The length of <see cref="shape"/>.</returns>
        public long dim() => _sizes.Length;

        /// <summary>The number of elements.</summary>
        /// <returns>The product of the sizes.</returns>
        public long numel() => Shapes.Count(_sizes);

        /// <summary>The size of one element in bytes.</summary>
        /// <returns>4 for Float32, 8 for Float64 and Int64, 1 for Bool.</returns>
        public long element_size() => ElementSize;

        /// <inheritdoc cref="shape"/>
        /// <returns>The sizes.</returns>
        public long[] size() => shape;

        /// <summary>The size of one dimension.</summary>
        /// <param name="dim">The dimension; negative values count from the end.</param>
        /// <returns>The size.</returns>
        public long size(int dim) => _sizes.Length == 0 ? throw NoDimensions(dim) : _sizes[Shapes.WrapDim(dim, Rank)];

        /// <summary>For each dimension, how many elements of memory lie between neighbours.</summary>
        /// <returns>A new array.</returns>
        public long[] stride() => [.. _strides];

        /// <summary>How many elements of memory lie between neighbours along one dimension.</summary>
        /// <param name="dim">The dimension; negative values count from the end.</param>
        /// <returns>The stride in elements.</returns>
        public long stride(int dim) => _strides.Length == 0 ? throw NoDimensions(dim) : _strides[Shapes.WrapDim(dim, Rank)];

        /// <summary>The index in the storage of the first element.</summary>
        /// <returns>The offset in elements.</returns>
        public long storage_offset() => _offset;

        /// <summary>Whether the elements follow one another in memory, the last dimension fastest.</summary>
        /// <returns>True when no copy is needed to read them in order.</returns>
        public bool is_contiguous() => IsPacked;

        /// <summary>Whether the elements are floating-point numbers.</summary>
        /// <returns>True for Float32 and Float64.</returns>
        public bool is_floating_point() => dtype.IsFloatingPoint();

        /// <summary>Whether the elements are integers.</summary>
        /// <returns>True for Int64 and Int32.</returns>
        public bool is_integral() => torch.is_integral(dtype);

        /// <summary>Whether the elements are complex numbers: never here.</summary>
        /// <returns>False.</returns>
        public bool is_complex() => false;

        /// <summary>Whether the tensor lives on the CPU: always here.</summary>
        /// <returns>True.</returns>
        public bool is_cpu() => true;

        /// <summary>
        /// Gives the memory back at once. Views, gradients and graphs that still need it keep it; this tensor cannot be used any more. A
        /// tensor that is not disposed is left to the garbage collector.
        /// </summary>
        public void Dispose()
        {
            DisposeScopeManager.Forget(this);
            Invalidate();
        }

        /// <summary>Gives up the storage, without a word to the scope.</summary>
        internal void Invalidate()
        {
            Interlocked.Exchange(ref _storage, null)?.Release();
            GradientNode = null;
            Interlocked.Exchange(ref _gradient, null)?.Invalidate();
        }

        private static Exception NoDimensions(long dim) =>
            TorchError.Because($"Dimension specified as {dim} but tensor has no dimensions");
    }
}
