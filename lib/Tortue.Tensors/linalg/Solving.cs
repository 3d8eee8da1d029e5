using Tortue.Tensors.Autograd;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Systems of linear equations, inverses and determinants, with their history.</summary>
internal static class Solving
{
    /// <summary>X of A X = B.</summary>
    public static Tensor Solve(string name, Tensor a, Tensor b)
    {
        Matrices.CheckSquare(name, a);
        CheckTypes(name, a, b);
        var isVector = b.Rank == 1 || (b.Rank == a.Rank - 1 && Shapes.Same(b.Sizes, a.Sizes[..^1]));
        if (isVector)
            return Composite.Of(() => Solve(name, a, b.unsqueeze(-1)).squeeze(-1));
        if (b.Sizes[^2] != a.Sizes[^1])
        {
            throw TorchError.Because($"{name}: Incompatible shapes of A and B for the equation AX = B ({a.Sizes[^2]}x{a.Sizes[^1]} and " +
                $"{b.Sizes[^2]}x{b.Sizes[^1]})");
        }

        var batch = Shapes.Broadcast(a.Sizes[..^2], b.Sizes[..^2]);
        return Composite.Of(() => Solved(name, a.expand([.. batch, .. a.Sizes[^2..]]), b.expand([.. batch, .. b.Sizes[^2..]])));
    }

    /// <summary>A⁻¹.</summary>
    public static Tensor Inverse(string name, Tensor a)
    {
        Matrices.CheckSquare(name, a);
        var result = Composite.Of(() => Solved(name, a.detach(), eye(a.Sizes[^1], dtype: a.dtype).expand(a.Sizes)));
        return Decompositions.Recorded(
            "LinalgInvExBackward0", a, result, [result], (g, x) => x[0].Flipped().matmul(g).matmul(x[0].Flipped()).neg());
    }

    /// <summary>X of A X = B for triangular matrices, which are not checked for being so.</summary>
    public static Tensor Triangular(Tensor a, Tensor b, bool upper, bool unit)
    {
        const string Name = "linalg.solve_triangular";
        Matrices.CheckSquare(Name, a);
        CheckTypes(Name, a, b);
        Matrices.Check(Name, b);
        if (b.Sizes[^2] != a.Sizes[^1])
        {
            throw TorchError.Because($"{Name}: Incompatible shapes of A and B for the equation AX = B ({a.Sizes[^2]}x{a.Sizes[^1]} and " +
                $"{b.Sizes[^2]}x{b.Sizes[^1]})");
        }

        var batch = Shapes.Broadcast(a.Sizes[..^2], b.Sizes[..^2]);
        using var left = a.expand([.. batch, .. a.Sizes[^2..]]);
        using var right = b.expand([.. batch, .. b.Sizes[^2..]]);
        var (factors, x) = (Matrices.Of(Name, left), Matrices.Of(Name, right));
        for (var i = 0; i < x.Count; i++)
        {
            if (upper)
                TriangularFactors.SubstituteBackward(factors[i], x.Rows, x[i], x.Columns, unit);
            else
                TriangularFactors.SubstituteForward(factors[i], x.Rows, x[i], x.Columns, unit);
        }

        var result = Matrices.Made(x.Values, right.shape, a.dtype);
        if (GradientNode.Begin("LinalgSolveTriangularBackward0", left, right) is not { } node)
            return result;
        var (savedFactor, savedResult) = (node.Save(left), node.Save(result));
        return node.Input(left, g =>
        {
            var full = Triangular(savedFactor.Value.Flipped(), g, !upper, unit).matmul(savedResult.Value.Flipped()).neg();
            var above = unit ? 1 : 0;
            return upper ? full.triu(above) : full.tril(-above);
        }).Input(right, g => Triangular(savedFactor.Value.Flipped(), g, !upper, unit)).Output(result);
    }

    /// <summary>The sign of the determinant and the logarithm of its absolute value.</summary>
    public static (Tensor Sign, Tensor Logarithm) LogDeterminant(string name, Tensor a)
    {
        Matrices.CheckSquare(name, a);
        var stack = Matrices.Of(name, a);
        var (signs, logarithms) = (new double[stack.Count], new double[stack.Count]);
        for (var i = 0; i < stack.Count; i++)
        {
            var (_, sign, zero) = TriangularFactors.Decompose(stack[i], stack.Rows);
            for (var k = 0; k < stack.Rows; k++)
            {
                var pivot = stack[i][(k * stack.Rows) + k];
                sign *= Math.Sign(pivot);
                logarithms[i] += Math.Log(Math.Abs(pivot));
            }

            (signs[i], logarithms[i]) = zero > 0 ? (0, double.NegativeInfinity) : (sign, logarithms[i]);
        }

        var result = Matrices.Made(logarithms, stack.Batch, a.dtype);
        return (
            Matrices.Made(signs, stack.Batch, a.dtype),
            Decompositions.Recorded(
                "LinalgSlogdetBackward0", a, result, [a], (g, x) => Inverse(name, x[0]).Flipped().mul(g.unsqueeze(-1).unsqueeze(-1))));
    }

    /// <summary>The determinant.</summary>
    public static Tensor Determinant(string name, Tensor a)
    {
        Matrices.CheckSquare(name, a);
        var (stack, values) = (Matrices.Of(name, a), new double[Shapes.Count(a.Sizes.AsSpan(0, a.Rank - 2))]);
        for (var i = 0; i < stack.Count; i++)
        {
            values[i] = TriangularFactors.Decompose(stack[i], stack.Rows).Sign;
            for (var k = 0; k < stack.Rows; k++)
                values[i] *= stack[i][(k * stack.Rows) + k];
        }

        return Decompositions.Recorded(
            "LinalgDetBackward0", a, Matrices.Made(values, stack.Batch, a.dtype), [a],
            (g, x) => MatrixGradients.Cofactors(x[0]).mul(g.unsqueeze(-1).unsqueeze(-1)));
    }

    private static Tensor Solved(string name, Tensor a, Tensor b)
    {
        var (factors, x) = (Matrices.Of(name, a), Matrices.Of(name, b));
        var exchanged = new double[x.Rows * x.Columns];
        for (var i = 0; i < x.Count; i++)
        {
            var (rows, _, zero) = TriangularFactors.Decompose(factors[i], factors.Rows);
            if (zero > 0)
                throw Singular(name, factors.Batch.Length == 0 ? "" : $"(Batch element {i}): ", zero);
            x[i].CopyTo(exchanged);
            for (var row = 0; row < x.Rows; row++)
                exchanged.AsSpan(rows[row] * x.Columns, x.Columns).CopyTo(x[i][(row * x.Columns)..]);
            TriangularFactors.Solve(factors[i], x.Rows, x[i], x.Columns);
        }

        var result = Matrices.Made(x.Values, b.shape, a.dtype);
        if (GradientNode.Begin("LinalgSolveExBackward0", a, b) is not { } node)
            return result;
        var (savedMatrix, savedResult) = (node.Save(a), node.Save(result));
        return node.Input(a, g => Solved(name, savedMatrix.Value.Flipped(), g).matmul(savedResult.Value.Flipped()).neg())
            .Input(b, g => Solved(name, savedMatrix.Value.Flipped(), g)).Output(result);
    }

    private static Exception Singular(string name, string element, int zero) => TorchError.Because(name == "linalg.inv"
        ? $"{name}: {element}The diagonal element {zero} is zero, the inversion could not be completed because the input matrix is " +
            "singular."
        : $"{name}: {element}The solver failed because the input matrix is singular.");

    private static void CheckTypes(string name, Tensor a, Tensor b)
    {
        if (a.dtype != b.dtype)
        {
            throw TorchError.Because($"{name}: Expected A and B to have the same dtype, but found A of type {a.dtype} and B of type " +
                $"{b.dtype} instead");
        }
    }
}
