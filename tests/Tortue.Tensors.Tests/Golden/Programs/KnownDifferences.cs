namespace Tortue.Tensors.Tests.Golden.Programs;

/// <summary>
/// Where the engine differs from the PyTorch that wrote the values (1.13), each with the reason. What is listed and no longer differs is an
/// error, so that the list stays true.
/// </summary>
internal static class KnownDifferences
{
    private const string Newer = "The wording of PyTorch 2, to which TorchSharp 0.107 belongs.";
    private const string TorchSharps = "TorchSharp checks the shapes before PyTorch does, in its own words.";
    private const string NoNumbers = "Gradients through infinities and through what is no number: PyTorch's own ways do not agree either.";
    private const string NoneIsZero = "PyTorch has a gradient of zeros, here is none: the input has no influence.";
    private const string Lost = "PyTorch 1.13 forgets to cut the history; truth values have no gradient.";
    private const string Integers = "Bitwise operators of integers are not in this engine; the error says so.";

    private const string Python = "Sizes are written as in C++, and not as in Python.";
    private const string Shape = "The message names the shape that is expected.";

    private static readonly (string Operator, string Part, string Reason)[] All =
    [
        ("asinh_", "derivative for", "PyTorch has no derivative of the in-place form; here it is that of asinh."),
        ("acosh_", "derivative for", "PyTorch has no derivative of the in-place form; here it is that of acosh."),
        ("atanh_", "derivative for", "PyTorch has no derivative of the in-place form; here it is that of atanh."),
        ("logical_not_", "here is none", Lost),
        ("logical_and_", "here is none", Lost),
        ("logical_or_", "here is none", Lost),
        ("~", "not on Int64", Integers),
        ("~", "operator.invert", "The message of Python's operator, which C# does not have."),
        ("&", "not on Int64", Integers),
        ("|", "not on Int64", Integers),
        ("^", "not on Int64", Integers),
        ("pow_", "Found dtype Long", Newer),
        ("eq_", "gradient 1", NoneIsZero),
        ("ne_", "gradient 1", NoneIsZero),
        ("lt_", "gradient 1", NoneIsZero),
        ("le_", "gradient 1", NoneIsZero),
        ("gt_", "gradient 1", NoneIsZero),
        ("ge_", "gradient 1", NoneIsZero),
        ("copy_", "here is none", NoneIsZero),
        ("addmm", "here is none", NoneIsZero),
        ("addmm", "must match the existing size", "With beta = 0 the summand is not read, so that its shape does not matter."),
        ("clamp_", "long int", "The element type is named as everywhere else."),
        ("clamp_min_", "long int", "The element type is named as everywhere else."),
        ("clamp_max_", "long int", "The element type is named as everywhere else."),
        ("masked_fill", "Mask tensor can take", Newer),
        ("masked_select", "BoolTensor or ByteTensor", "Masks of bytes do not exist here."),
        ("masked_select", "gradient 0", "A bug of PyTorch 1.13: the gradient of a transposed input is in the wrong places."),
        ("fill_", "more than one element", "An expanded tensor may be filled in both; PyTorch then has no gradient."),
        ("zero_", "more than one element", "An expanded tensor may be filled in both; PyTorch then has no gradient."),
        ("prod", ":n", NoNumbers),
        ("cumprod", ":n", NoNumbers),
        ("var", "PyTorch has inf", "One element has no variance, so the gradient is no number; PyTorch has ∞ without dimensions."),
        ("var", "returned an invalid gradient", "A bug of PyTorch 1.13."),
        ("std", "returned an invalid gradient", "A bug of PyTorch 1.13."),
        ("norm", "linalg.vector_norm", Newer),
        ("topk", "result", "The first none of a number without dimensions: PyTorch gives the number."),
        ("mT", "Got 0-D", Newer),
        ("expand", "leading, non-existing", "Two errors in one call; the other one is named."),
        ("repeat", "negative dimension", "The message names the shape and the repeats."),
        ("unbind", "tensor has no dimensions", "The dimension is named as it was given."),
        ("as_strided", "no gradient", "Overlapping views have no gradient in this engine; the error names what has."),
        ("tril", "at least 2 dimensions", Newer),
        ("triu", "at least 2 dimensions", Newer),
        ("index", "\"at\":[\"t1\",0]", "PyTorch takes a mask of two dimensions for one when an index follows; NumPy does not."),
        ("index", "must be long, byte", Newer),
        ("index", "with size 0", "The message names the index and the dimension."),
        ("assign", "\"t2\",\":1\"", "Several errors in one call; another one is named."),
        ("F.linear", "m1 and m2", Newer),
        ("F.conv2d", "should be the same", Newer),
        ("F.conv2d", "to be divisible by", Newer),
        ("nn.BatchNorm1d", "torch.Size", Python),
        ("nn.BCEWithLogitsLoss", "torch.Size", Python),
        ("F.binary_cross_entropy_with_logits", "torch.Size", Python),
        ("nn.BatchNorm1d", "but got 4D", "TorchSharp's own words."),
        ("nn.BatchNorm1d", "but got 1D", "TorchSharp's own words."),
        ("nn.BatchNorm2d", "D input, but got", "TorchSharp's own words."),
        ("nn.MaxPool2d", "got:[4, 4]", Shape),
        ("nn.AvgPool2d", "got:[4, 4]", Shape),
        ("nn.AvgPool1d", "got:[5]", Shape),
        ("F.avg_pool1d", "got:[5]", Shape),
        ("nn.AdaptiveAvgPool2d", "got [4, 4]", Shape),
        ("nn.AdaptiveMaxPool2d", "got: [4, 4]", Shape),
        ("nn.ReflectionPad1d", "Argument #4", "The message leaves out the number of the argument."),
        ("nn.ReflectionPad2d", "Argument #6", "The message leaves out the number of the argument."),
        ("F.pad", "Argument #4", "The message leaves out the number of the argument."),
        ("nn.Upsample", "spatial dimensions", Python),
        ("F.nll_loss", "the derivative for 'weight'", Newer),
        ("mm", "m1 and m2", Newer),
        ("bmm", "m1 and m2", Newer),
        ("mv", "m1 and m2", Newer),
        ("mv", "size mismatch", Newer),
        ("matmul", "m1 and m2", Newer),
        ("dot", "inconsistent tensor size", TorchSharps),
        ("dot", "1D tensors expected", TorchSharps),
        ("einsum", "ellipsis", "An ellipsis in an equation is not in this engine; the error says so."),
    ];

    public static IReadOnlyList<string> Unused(IReadOnlyCollection<int> used) =>
        [.. All.Index().Where(d => !used.Contains(d.Index)).Select(d => $"{d.Item.Operator}: {d.Item.Part}")];

    /// <summary>The position of the listed difference, or −1.</summary>
    public static int Find(string name, string difference) =>
        Array.FindIndex(All, d => d.Operator == name && difference.Contains(d.Part, StringComparison.Ordinal));
}
