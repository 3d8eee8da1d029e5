using Tortue.Tensors;
using Tortue.Tensors.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A source of random numbers: the Mersenne twister mt19937, drawn from as PyTorch's CPU generator is, so that the same seed gives the
    /// same numbers there.
    /// </summary>
    public class Generator : IDisposable
    {
        private MersenneTwister _source;
        private long _seed;

        /// <summary>Makes a source with a seed.</summary>
        /// <param name="seed">The seed, of which the lower 32 bits count.</param>
        /// <param name="device">The CPU, or null.</param>
        public Generator(ulong seed = 0, Device? device = null)
        {
            Creation.CheckPlace(device);
            _source = new MersenneTwister(seed);
            _seed = unchecked((long)seed);
        }

        /// <summary>The source that <see cref="torch.manual_seed"/> seeds and that functions draw from when they are given none.</summary>
        public static Generator Default { get; } = new(67280421310721);

        /// <summary>Where the source lives: the CPU.</summary>
        public Device device => CPU;

        /// <summary>The second of a pair of normal numbers, kept for the next draw.</summary>
        internal double? NextNormal { get; set; }

        /// <summary>Starts anew from a seed.</summary>
        /// <param name="seed">The seed, of which the lower 32 bits count.</param>
        /// <returns>This generator.</returns>
        public Generator manual_seed(long seed)
        {
            lock (this)
                (_source, _seed, NextNormal) = (new MersenneTwister(unchecked((ulong)seed)), seed, null);
            return this;
        }

        /// <summary>Starts anew from a seed that the operating system makes up.</summary>
        /// <returns>The seed.</returns>
        public long seed()
        {
            var made = System.Security.Cryptography.RandomNumberGenerator.GetInt32(int.MaxValue);
            manual_seed(made);
            return made;
        }

        /// <summary>The seed from which the numbers come.</summary>
        /// <returns>The seed of the constructor or of the last <see cref="manual_seed"/>.</returns>
        public long initial_seed() => _seed;

        /// <summary>Where the sequence stands, to go on from there later.</summary>
        /// <returns>5,056 bytes (Byte), those of PyTorch's CPU generator.</returns>
        public Tensor get_state()
        {
            var state = Tensor.Empty([GeneratorState.Size], ScalarType.Byte);
            lock (this)
                GeneratorState.Write(state.Span<byte>(), _seed, _source, NextNormal);
            return state;
        }

        /// <summary>Goes on where a sequence stood.</summary>
        /// <param name="value">What <see cref="get_state"/> gave, here or in PyTorch.</param>
        /// <exception cref="ArgumentNullException">There is no tensor.</exception>
        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            using var scope = NewDisposeScope();
            var state = GeneratorState.Read(value);
            lock (this)
                (_seed, _source, NextNormal) = state;
        }

        /// <summary>Nothing to give back: the state is plain memory here.</summary>
        public void Dispose() => GC.SuppressFinalize(this);

        internal uint NextUInt32() => _source.NextUInt32();

        internal ulong NextUInt64() => _source.NextUInt64();

        /// <summary>Many 32-bit numbers, the same as one by one.</summary>
        internal void Fill(Span<uint> destination) => _source.Fill(destination);
    }
}
