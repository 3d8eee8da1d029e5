using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Stacks of matrices in double precision, as the algorithms take them; the results have the input's element type again.</summary>
internal static class Matrices
{
    /// <summary>A stack of matrices, row by row, in memory of its own.</summary>
    /// <param name="Values">All elements.</param>
    /// <param name="Batch">The dimensions before the last two.</param>
    /// <param name="Rows">Rows of a matrix.</param>
    /// <param name="Columns">Columns of a matrix.</param>
    public readonly record struct Stack(double[] Values, long[] Batch, int Rows, int Columns)
    {
        /// <summary>How many matrices.</summary>
        public int Count => (int)Shapes.Count(Batch);

        /// <summary>One of the matrices.</summary>
        public Span<double> this[int matrix] => Values.AsSpan(matrix * Rows * Columns, Rows * Columns);
    }

    /// <summary>Copies a tensor's matrices.</summary>
    /// <param name="name">The function's name in messages.</param>
    /// <param name="x">… × rows × columns, of floating-point numbers.</param>
    /// <param name="transposed">Whether each matrix is laid out column by column, that is transposed.</param>
    public static Stack Of(string name, Tensor x, bool transposed = false)
    {
        Check(name, x);
        using var plain = x.detach();
        using var view = transposed ? plain.Flipped() : plain.detach();
        using var numbers = Operand.InOrder(view, ScalarType.Float64);
        return new Stack(numbers.Span<double>().ToArray(), x.Sizes[..^2], (int)view.Sizes[^2], (int)view.Sizes[^1]);
    }

    /// <summary>Refuses what has no matrices of floating-point numbers.</summary>
    public static void Check(string name, Tensor x)
    {
        if (x.Rank < 2)
        {
            throw TorchError.Because($"{name}: The input tensor A must have at least 2 dimensions.");
        }

        if (!x.is_floating_point())
        {
            throw TorchError.Because($"{name}: Expected a floating point or complex tensor as input. Got " +
                ScalarTypes.ShortName(x.dtype));
        }
    }

    /// <summary>Refuses what has no square matrices of floating-point numbers.</summary>
    public static void CheckSquare(string name, Tensor x)
    {
        Check(name, x);
        if (x.Sizes[^1] != x.Sizes[^2])
        {
            throw TorchError.Because($"{name}: A must be batches of square matrices, but they are {x.Sizes[^2]} by {x.Sizes[^1]} " +
                "matrices");
        }
    }

    /// <summary>Numbers as a tensor.</summary>
    public static Tensor Made(double[] values, long[] sizes, ScalarType type)
    {
        var made = Tensor.Empty(sizes, type);
        made.AssignInOrder(values);
        return made;
    }

    /// <summary>The transpose of each matrix.</summary>
    public static Tensor Flipped(this Tensor x) => x.transpose(-2, -1);
}
