using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A table of vectors that are learned: one for each word, class or other number.</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private readonly long? _padding;
        private readonly (double Length, double Order)? _limit;
        private Parameter _weight;

        internal Embedding(Parameter weight, long? padding, (double Length, double Order)? limit)
            : base(nameof(Embedding))
        {
            (_weight, _limit) = (weight, limit);
            _padding = padding < 0 ? padding + weight.Sizes[0] : padding;
            if (_padding is { } row && (row < 0 || row >= weight.Sizes[0]))
                throw new ArgumentException("Padding_idx must be within num_embeddings", nameof(padding));
            register_parameter(nameof(weight), weight);
        }

        /// <summary>The vectors, num_embeddings × embedding_dims.</summary>
        public Parameter weight
        {
            get => _weight;
            set => SetParameter(nameof(weight), _weight = value ?? throw new ArgumentNullException(nameof(value)));
        }

        private protected override string Settings =>
            $"{_weight.Sizes[0]}, {_weight.Sizes[1]}" + (_padding is null ? "" : $", padding_idx={_padding}");

        /// <inheritdoc/>
        /// <param name="input">Int64 or Int32 numbers of vectors, of any shape.</param>
        /// <returns>Of the input's shape × embedding_dims.</returns>
        public override Tensor forward(Tensor input)
        {
            if (!input.is_integral())
            {
                throw TorchError.Because("Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, " +
                    $"Int; but got {ScalarTypes.ShortName(input.dtype)} instead (while checking arguments for embedding)");
            }

            return Composite.Of(() =>
            {
                var rows = input.to_type(ScalarType.Int64).reshape(-1);
                if (rows.lt(0).logical_or(rows.ge(_weight.Sizes[0])).any().item<bool>())
                    throw TorchError.Because("index out of range in self");
                Shorten(rows);
                var vectors = _weight.index_select(0, rows);
                if (_padding is { } padding)
                    vectors = vectors.detach().where(rows.eq(padding).unsqueeze(-1), vectors);
                return vectors.reshape([.. input.Sizes, _weight.Sizes[1]]);
            });
        }

        // Vectors that are looked up and too long are made shorter, for good, as PyTorch does it.
        private void Shorten(Tensor rows)
        {
            if (_limit is not { } limit)
                return;
            using var _ = no_grad();
            var used = _weight.index_select(0, rows);
            var lengths = used.norm(1, true, (float)limit.Order);
            var factors = lengths.add(1e-7).reciprocal().mul(limit.Length);
            used = used.mul(factors.where(lengths.gt(limit.Length), ones_like(lengths)));
            _weight.scatter_(0, rows.unsqueeze(-1).expand(-1, _weight.Sizes[1]), used);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A table of vectors that are learned, drawn from the normal distribution.</summary>
            /// <param name="num_embeddings">How many vectors.</param>
            /// <param name="embedding_dims">Numbers in a vector.</param>
            /// <param name="padding_idx">A vector that is zero and gets no gradient; none when null.</param>
            /// <param name="max_norm">The largest length: longer vectors are made shorter when they are looked up; any when null.</param>
            /// <param name="norm_type">The order of the norm that measures lengths.</param>
            /// <param name="scale_grad_by_freq">Not available in this engine.</param>
            /// <param name="sparse">Not available in this engine.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">The type of the vectors; Float32 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                CheckPlain(scale_grad_by_freq, sparse);
                using var scope = NewDisposeScope();
                var vectors = init.normal_(empty([num_embeddings, embedding_dims], dtype, device));
                var module = new Modules.Embedding(
                    new Modules.Parameter(vectors), padding_idx, max_norm is { } length ? (length, norm_type) : null);
                if (padding_idx is { } row)
                    vectors[row].zero_();
                return module;
            }

            /// <summary>A table of given vectors.</summary>
            /// <param name="embeddings">The vectors, as rows of a matrix.</param>
            /// <param name="freeze">Whether they are kept as they are, and not learned.</param>
            /// <param name="padding_idx">A vector that gets no gradient; none when null.</param>
            /// <param name="max_norm">The largest length: longer vectors are made shorter when they are looked up; any when null.</param>
            /// <param name="norm_type">The order of the norm that measures lengths.</param>
            /// <param name="scale_grad_by_freq">Not available in this engine.</param>
            /// <param name="sparse">Not available in this engine.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">The type of the vectors; that of the given ones when null.</param>
            /// <returns>The module.</returns>
            public static Modules.Embedding Embedding_from_pretrained(
                Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                CheckPlain(scale_grad_by_freq, sparse);
                Creation.CheckPlace(device);
                if (embeddings.Rank != 2)
                    throw new ArgumentException("Embeddings parameter is expected to be 2-dimensional", nameof(embeddings));
                using var scope = NewDisposeScope();
                var weight = new Modules.Parameter(embeddings.detach().to_type(dtype ?? embeddings.dtype), !freeze);
                return new Modules.Embedding(weight, padding_idx, max_norm is { } length ? (length, norm_type) : null);
            }

            private static void CheckPlain(bool scaled, bool sparse)
            {
                if (scaled || sparse)
                    throw new NotSupportedException("Embedding: scale_grad_by_freq and sparse gradients are not available in this engine.");
            }
        }
    }
}
