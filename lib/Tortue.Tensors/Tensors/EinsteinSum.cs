using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>
/// Sums of products in Einstein's notation, made of permutations, sums and batched matrix products, which bring their gradients along.
/// Operands are contracted from left to right.
/// </summary>
internal sealed class EinsteinSum
{
    private readonly List<string> _inputs;
    private readonly string _output;
    private readonly Dictionary<char, long> _sizes = [];

    private EinsteinSum(string equation, Tensor[] operands)
    {
        var text = string.Concat(equation.Where(c => !char.IsWhiteSpace(c)));
        if (text.Contains('.'))
            throw new NotSupportedException("einsum(): an ellipsis is not supported in this engine: name every dimension.");

        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        CheckLetters(equation);
        _inputs = [.. (arrow < 0 ? text : text[..arrow]).Split(',')];
        if (_inputs.Count != operands.Length)
        {
            throw TorchError.Because("einsum(): " + (_inputs.Count < operands.Length ? "more" : "fewer") +
                " operands were provided than specified in the equation");
        }

        for (var i = 0; i < operands.Length; i++)
            Measure(_inputs[i], operands[i], i);
        _output = arrow >= 0 ? text[(arrow + 2)..] : Implied();
        CheckOutput();
    }

    /// <summary>The sum that an equation such as "ij,jk-&gt;ik" asks for.</summary>
    public static Tensor Of(string equation, Tensor[] operands)
    {
        if (operands.Length == 0)
            throw TorchError.Because("einsum(): must provide at least one operand");
        return Composite.Of(() => new EinsteinSum(equation, operands).Run(operands));
    }

    private Tensor Run(Tensor[] operands)
    {
        var (result, labels) = Prepare(operands[0], _inputs[0]);
        for (var i = 1; i < operands.Length; i++)
        {
            var (next, nextLabels) = Prepare(operands[i], _inputs[i]);
            var later = _output + string.Concat(_inputs.Skip(i + 1));
            (result, labels) = Multiply(result, labels, next, nextLabels, later);
        }

        result = SumOut(result, ref labels, _output);
        return Permuted(result, labels, _output);
    }

    // Contracts what both have and nobody needs later: batch × left × contracted by batch × contracted × right.
    private (Tensor Product, string Labels) Multiply(Tensor left, string leftLabels, Tensor right, string rightLabels, string later)
    {
        left = SumOut(left, ref leftLabels, rightLabels + later);
        right = SumOut(right, ref rightLabels, leftLabels + later);
        var shared = string.Concat(leftLabels.Where(rightLabels.Contains));
        var batch = string.Concat(shared.Where(later.Contains));
        var contracted = string.Concat(shared.Except(batch));
        var (leftOnly, rightOnly) = (string.Concat(leftLabels.Except(shared)), string.Concat(rightLabels.Except(shared)));

        var a = Permuted(left, leftLabels, batch + leftOnly + contracted).reshape(Count(batch), Count(leftOnly), Count(contracted));
        var b = Permuted(right, rightLabels, batch + contracted + rightOnly).reshape(Count(batch), Count(contracted), Count(rightOnly));
        var labels = batch + leftOnly + rightOnly;
        return (a.bmm(b).reshape([.. labels.Select(c => _sizes[c])]), labels);
    }

    // A label that an operand has twice stands for its diagonal; a size of one is expanded to the others'.
    private (Tensor Operand, string Labels) Prepare(Tensor operand, string labels)
    {
        for (var d = 0; d < labels.Length; d++)
        {
            for (var other = labels.IndexOf(labels[d], d + 1); other >= 0; other = labels.IndexOf(labels[d], d + 1))
            {
                operand = MovedFromEnd(operand.diagonal(0, d, other), d);
                labels = labels.Remove(other, 1);
            }
        }

        return (operand.expand([.. labels.Select(c => _sizes[c])]), labels);
    }

    private static Tensor MovedFromEnd(Tensor x, int to)
    {
        var order = Enumerable.Range(0, x.Rank - 1).Select(d => (long)d).ToList();
        order.Insert(to, x.Rank - 1);
        return x.permute(order);
    }

    private static Tensor SumOut(Tensor x, ref string labels, string needed)
    {
        var all = labels;
        long[] unneeded = [.. Enumerable.Range(0, all.Length).Where(d => !needed.Contains(all[d])).Select(d => (long)d)];
        labels = string.Concat(labels.Where(needed.Contains));
        return unneeded.Length == 0 ? x : x.sum(unneeded);
    }

    private static Tensor Permuted(Tensor x, string from, string to) =>
        from == to ? x : x.permute([.. to.Select(c => (long)from.IndexOf(c))]);

    private static void CheckLetters(string equation)
    {
        var arrow = equation.IndexOf("->", StringComparison.Ordinal);
        for (var i = 0; i < equation.Length; i++)
        {
            var isMark = char.IsWhiteSpace(equation[i]) || (arrow < 0 || i < arrow ? equation[i] == ',' : i < arrow + 2);
            if (!isMark && !char.IsAsciiLetter(equation[i]))
            {
                throw TorchError.Because($"einsum(): invalid subscript given at index {i} in the equation string, subscripts must be in " +
                    "[a-zA-Z]");
            }
        }
    }

    private long Count(string labels) => labels.Aggregate(1L, (count, c) => count * _sizes[c]);

    private void Measure(string labels, Tensor operand, int number)
    {
        if (labels.Length != operand.Rank)
        {
            throw TorchError.Because($"einsum(): the number of subscripts in the equation ({labels.Length}) does not match the number " +
                $"of dimensions ({operand.Rank}) for operand {number} and no ellipsis was given");
        }

        for (var d = 0; d < labels.Length; d++)
        {
            var size = operand.Sizes[d];
            var repeated = labels.IndexOf(labels[d]) < d;
            if (repeated && size != operand.Sizes[labels.IndexOf(labels[d])])
            {
                throw TorchError.Because($"einsum(): subscript {labels[d]} is repeated for operand {number} but the sizes don't match, " +
                    $"{size} != {operand.Sizes[labels.IndexOf(labels[d])]}");
            }

            if (!_sizes.TryGetValue(labels[d], out var known))
                known = 1;
            if (known != size && known != 1 && size != 1)
            {
                throw TorchError.Because($"einsum(): subscript {labels[d]} has size {size} for operand {number} which does not " +
                    $"broadcast with previously seen size {known}");
            }

            _sizes[labels[d]] = known == 1 ? size : known;
        }
    }

    // Without an arrow: what appears once, in alphabetical order.
    private string Implied()
    {
        var all = string.Concat(_inputs);
        return string.Concat(all.Where(c => all.IndexOf(c) == all.LastIndexOf(c)).Order());
    }

    private void CheckOutput()
    {
        foreach (var c in _output)
        {
            if (_output.IndexOf(c) != _output.LastIndexOf(c))
                throw TorchError.Because($"einsum(): output subscript {c} appears more than once in the output");
            if (!_sizes.ContainsKey(c))
                throw TorchError.Because($"einsum(): output subscript {c} does not appear in the equation for any input operand");
        }
    }
}
