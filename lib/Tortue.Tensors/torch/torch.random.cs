using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The functions of the global source of random numbers.</summary>
    public static partial class random
    {
        /// <inheritdoc cref="torch.manual_seed"/>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <inheritdoc cref="torch.initial_seed"/>
        public static long initial_seed() => torch.initial_seed();

        /// <inheritdoc cref="torch.seed"/>
        public static long seed() => torch.seed();

        /// <inheritdoc cref="torch.get_rng_state"/>
        public static Tensor get_rng_state() => torch.get_rng_state();

        /// <inheritdoc cref="torch.set_rng_state"/>
        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }

    /// <summary>Starts the global source of random numbers anew from a seed.</summary>
    /// <param name="seed">The seed, of which the lower 32 bits count; the numbers are PyTorch's for the same seed.</param>
    /// <returns>The global generator.</returns>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    /// <summary>Starts the global source of random numbers anew from a seed that the operating system makes up.</summary>
    /// <returns>The seed.</returns>
    public static long seed() => Generator.Default.seed();

    /// <summary>The seed of the global source of random numbers.</summary>
    /// <returns>That of the last <see cref="manual_seed"/>.</returns>
    public static long initial_seed() => Generator.Default.initial_seed();

    /// <summary>Where the global source of random numbers stands, to go on from there later.</summary>
    /// <returns>5,056 bytes (Byte), those of PyTorch's CPU generator.</returns>
    public static Tensor get_rng_state() => Generator.Default.get_state();

    /// <summary>Lets the global source of random numbers go on where it stood.</summary>
    /// <param name="new_state">What <see cref="get_rng_state"/> gave, here or in PyTorch.</param>
    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    /// <summary>Random integers, uniform on low … high − 1.</summary>
    /// <param name="low">The smallest.</param>
    /// <param name="high">One above the largest.</param>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">The element type; Int64 when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="generator">The source of random numbers; the one that <see cref="manual_seed"/> seeds when null.</param>
    /// <param name="names">Named dimensions are not available here: must be null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Empty(size, dtype ?? ScalarType.Int64, device, false, names)
            .Drawn(t => RandomFill.Integers(t, low, high, generator), requires_grad);

    /// <summary>Random integers, uniform on 0 … high − 1.</summary>
    /// <inheritdoc cref="randint(long, long, long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randint(long, long, long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randint(
        int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(low, high, Array.ConvertAll(size, extent => (long)extent), dtype, device, requires_grad, generator, names);

    /// <summary>Random integers, uniform on 0 … high − 1.</summary>
    /// <inheritdoc cref="randint(long, long, long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randint(
        int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(0, high, Array.ConvertAll(size, extent => (long)extent), dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randint(long, long, long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randint(
        long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(low, high, size.Shape, dtype, device, requires_grad, generator, names);

    /// <summary>Random integers, uniform on 0 … high − 1.</summary>
    /// <inheritdoc cref="randint(long, long, long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randint(
        long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(0, high, size.Shape, dtype, device, requires_grad, generator, names);

    /// <summary>A random order of 0 … n − 1.</summary>
    /// <param name="n">How many numbers.</param>
    /// <param name="dtype">The element type; Int64 when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="generator">The source of random numbers; the one that <see cref="manual_seed"/> seeds when null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        var order = Creation.Empty([n], ScalarType.Int64, device, false);
        RandomFill.Permutation(order.Span<long>(), generator);
        var result = order.As(dtype ?? ScalarType.Int64);
        if (!ReferenceEquals(result, order))
            order.Dispose();
        return result.Drawn(static _ => { }, requires_grad);
    }

    /// <summary>Random numbers, normal with a mean and a standard deviation.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="std">The standard deviation, not negative.</param>
    /// <param name="size">The size of each dimension.</param>
    /// <param name="dtype">The element type; Float32 unless <see cref="set_default_dtype"/> was called.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="generator">The source of random numbers; the one that <see cref="manual_seed"/> seeds when null.</param>
    /// <param name="names">Named dimensions are not available here: must be null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Creation.Empty(size.ToArray(), dtype, device, false, names).Drawn(t => RandomFill.Normal(t, mean, std, generator), requires_grad);

    /// <summary>One with the probability that each element gives, and zero otherwise.</summary>
    /// <param name="input">Probabilities.</param>
    /// <param name="generator">The source of random numbers; the one that <see cref="manual_seed"/> seeds when null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    public partial class Tensor
    {
        /// <summary>Fills the tensor with random numbers, uniform on [from, to), in place.</summary>
        /// <param name="from">The lower bound.</param>
        /// <param name="to">The upper bound.</param>
        /// <param name="generator">The source of random numbers; the one that <see cref="manual_seed"/> seeds when null.</param>
        /// <returns>This tensor.</returns>
        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            Redrawn(t => RandomFill.Uniform(t, from, to, generator));

        /// <summary>Fills the tensor with random numbers, normal with a mean and a standard deviation, in place.</summary>
        /// <param name="mean">The mean.</param>
        /// <param name="std">The standard deviation, not negative.</param>
        /// <param name="generator">The source of random numbers; the one that <see cref="manual_seed"/> seeds when null.</param>
        /// <returns>This tensor.</returns>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            Redrawn(t => RandomFill.Normal(t, mean, std, generator));

        /// <summary>Fills the tensor with ones with a probability and zeros otherwise, in place.</summary>
        /// <param name="p">The probability of one.</param>
        /// <param name="generator">The source of random numbers; the one that <see cref="manual_seed"/> seeds when null.</param>
        /// <returns>This tensor.</returns>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Redrawn(t => RandomFill.Bernoulli(t, p, generator));

        /// <summary>One with the probability that each element gives, and zero otherwise. Its gradient is zero.</summary>
        /// <param name="generator">The source of random numbers; the one that <see cref="manual_seed"/> seeds when null.</param>
        /// <returns>A new tensor.</returns>
        public Tensor bernoulli(Generator? generator = null)
        {
            using var drawn = Empty(_sizes, dtype);
            RandomFill.Uniform(drawn, 0, 1, generator);
            using var ones = Pointwise.Compare<Tortue.Tensors.Kernels.Less>(drawn, this);
            return ones.As(dtype);
        }

        private Tensor Redrawn(Action<Tensor> fill)
        {
            CheckInPlace();
            var node = Tortue.Tensors.Autograd.GradientNode.Begin("RandomBackward0", this);
            fill(this);
            return Changed(node, null);
        }
    }
}
