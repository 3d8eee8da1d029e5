using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static Tortue.Tensors.Tests.Golden.GoldenGradients;

namespace Tortue.Tensors.Tests.Golden;

/// <summary>Margins, interpolation and unfolding, with their gradients, against PyTorch: as functions and as modules.</summary>
public class ImageGoldenTests
{
    private static readonly Tensor A = Numbers(0.37, 2, 2, 4, 5);
    private static readonly Tensor One = Numbers(0.8, 2, 4, 5);
    private static readonly Tensor Line = Numbers(0.37, 3, 6);
    private static readonly Tensor Lines = Numbers(0.2, 2, 2, 7);
    private static readonly Tensor Volume = Numbers(0.6, 1, 2, 3, 2, 4);
    private static readonly Tensor I = tensor(new long[,] { { 3, -2, 7 }, { 0, 5, -4 } });

    private static readonly Dictionary<string, (Func<Tensor, Tensor>[] Functions, Tensor Input)> Cases = Listed();

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheResultAndItsGradientArePyTorchs(string name)
    {
        if (name.EndsWith("without batch", StringComparison.Ordinal) || name == "unfold one")
            Engine.OnlyOurs("wants a batch");
        var (functions, input) = Cases[name];
        var expected = GoldenValues.Load("images.json").GetProperty(name);
        foreach (var function in functions)
            Check(expected, x => function(x[0]), input.dtype == float32 ? 1e-6 : 1e-10, input);
    }

    [Fact]
    public void EveryValueOfPyTorchsIsCompared() =>
        Assert.Equal(GoldenValues.Load("images.json").EnumerateObject().Select(o => o.Name).Order(), Cases.Keys.Order());

    private static Dictionary<string, (Func<Tensor, Tensor>[] Functions, Tensor Input)> Listed()
    {
        var cases = new Dictionary<string, (Func<Tensor, Tensor>[] Functions, Tensor Input)>
        {
            ["constant"] = ([x => functional.pad(x, (1, 2, 3, 0)), x => ZeroPad2d((1, 2, 3, 0)).call(x)], A),
            ["constant 7"] = ([x => functional.pad(x, (1, 0), value: 7), x => ConstantPad1d((1, 0), 7).call(x)], Lines),
            ["constant all"] = ([x => functional.pad(x, 1)], One),
            ["constant shorter"] = (
                [x => functional.pad(x, [-1, 2, 1, -2], value: 0.5), x => ConstantPad2d((-1, 2, 1, -2), 0.5).call(x)], A),
            ["constant batch"] = ([x => functional.pad(x, [0, 0, 1, 0, 0, 1, 2, 1])], A),
            ["constant integers"] = ([x => functional.pad(x, (1, 1), value: -3)], I),
            ["constant truth values"] = ([x => functional.pad(x, (1, 1), value: 1)], I > 1),
            ["constant nothing"] = ([x => functional.pad(x, Array.Empty<long>())], I),
            ["constant float"] = ([x => functional.pad(x.to_type(float32), (1, 1))], I),
        };
        foreach (var mode in new[] { PaddingModes.Reflect, PaddingModes.Replicate, PaddingModes.Circular })
            AddMargins(cases, mode);
        AddInterpolations(cases);

        cases["view of windows"] = ([x => x.unfold(2, 3, 1)], A);
        cases["view of windows apart"] = ([x => x.unfold(-1, 2, 3)], A);
        cases["view of windows of windows"] = ([x => x.unfold(1, 2, 1).unfold(2, 2, 2)], One);
        cases["view of windows of integers"] = ([x => x.unfold(1, 2, 1)], I);
        cases["view of windows of a vector"] = ([x => x[0].unfold(0, 4, 1)], Line);
        cases["view of empty windows"] = ([x => x.unfold(1, 0, 2)], I);
        cases["unfold"] = ([x => functional.unfold(x, 2), x => Unfold(2).call(x)], A);
        cases["unfold padded"] = ([x => functional.unfold(x, 3, padding: 1, stride: 2), x => Unfold(3, 1, 1, 2).call(x)], A);
        cases["unfold pairs"] = (
            [x => functional.unfold(x, (2, 3), (2, 1), (1, 2), (1, 3)), x => Unfold((2, 3), (2, 1), (1, 2), (1, 3)).call(x)], A);
        cases["unfold one"] = ([x => functional.unfold(x, 2)], One);
        return cases;
    }

    private static void AddMargins(Dictionary<string, (Func<Tensor, Tensor>[] Functions, Tensor Input)> cases, PaddingModes mode)
    {
        var name = mode.ToString().ToLowerInvariant();
        cases[name + " 1"] = ([x => functional.pad(x, (2, 1), mode), x => Layer(mode, 2, 1)(x)], Lines);
        cases[name + " 1 without batch"] = ([x => functional.pad(x, (0, 3), mode)], Line);
        cases[name + " 2"] = ([x => functional.pad(x, (1, 3, 2, 1), mode), x => Layer(mode, 1, 3, 2, 1)(x)], A);
        cases[name + " 2 without batch"] = ([x => functional.pad(x, (4, 0, 0, 2), mode)], One);
        cases[name + " 2 shorter"] = ([x => functional.pad(x, (-1, 2, 1, -2), mode)], A);
        cases[name + " 3"] = ([x => functional.pad(x, [1, 2, 1, 0, 1, 2], mode)], Volume);
    }

    private static Func<Tensor, Tensor> Layer(PaddingModes mode, params long[] p) => (mode, p.Length) switch
    {
        (PaddingModes.Reflect, 2) => ReflectionPad1d((p[0], p[1])).call,
        (PaddingModes.Reflect, _) => ReflectionPad2d((p[0], p[1], p[2], p[3])).call,
        (PaddingModes.Replicate, 2) => ReplicationPad1d((p[0], p[1])).call,
        (PaddingModes.Replicate, _) => ReplicationPad2d((p[0], p[1], p[2], p[3])).call,
        _ => x => functional.pad(x, p.AsSpan(), mode),
    };

    private static void AddInterpolations(Dictionary<string, (Func<Tensor, Tensor>[] Functions, Tensor Input)> cases)
    {
        (string Name, long[]? Size, double[]? Factors, bool Recompute)[] sizes =
        [
            ("size", [7, 3], null, false), ("same", [4, 5], null, false), ("factor", null, [1.7, 1.7], false),
            ("factors", null, [0.5, 2.2], false), ("factor recomputed", null, [1.7, 1.7], true), ("one", [1, 1], null, false),
            ("double", null, [2, 2], false),
        ];
        foreach (var (name, size, factors, recompute) in sizes)
        {
            cases["nearest " + name] = (
                [x => functional.interpolate(x, size, factors, InterpolationMode.Nearest, null, recompute),
                 x => Upsample(size, factors, recompute_scale_factor: recompute).call(x)], A);
            cases["nearest-exact " + name] = (
                [x => functional.interpolate(x, size, factors, InterpolationMode.NearestExact, null, recompute)], A);
            cases["area " + name] = ([x => functional.interpolate(x, size, factors, InterpolationMode.Area, null, recompute)], A);
            foreach (var corners in new[] { false, true })
            {
                cases[$"bilinear {name} {corners}"] = (
                    [x => functional.interpolate(x, size, factors, InterpolationMode.Bilinear, corners, recompute),
                     x => Upsample(size, factors, UpsampleMode.Bilinear, corners, recompute).call(x)], A);
            }
        }

        cases["bilinear float"] = ([x => functional.interpolate(x, [6, 9], mode: InterpolationMode.Bilinear)], A.to_type(float32));
        cases["bilinear float factor"] = (
            [x => functional.interpolate(x, null, [0.6, 0.6], InterpolationMode.Bilinear)], A.to_type(float32));
        cases["bilinear quarter and back"] = (
            [x => functional.upsample(
                functional.interpolate(x, null, [0.25, 0.25], InterpolationMode.Bilinear), [8, 8], null, UpsampleMode.Bilinear)],
            Numbers(0.37, 1, 1, 8, 8));
        foreach (var mode in new[] { InterpolationMode.Nearest, InterpolationMode.Linear, InterpolationMode.Area })
        {
            var name = mode.ToString().ToLowerInvariant();
            cases[name + " of sequences"] = ([x => functional.interpolate(x, [11], mode: mode)], Lines);
            cases[name + " of sequences by a factor"] = ([x => functional.interpolate(x, null, [0.6], mode)], Lines);
        }

        cases["linear of sequences True"] = ([x => functional.interpolate(x, [4], null, InterpolationMode.Linear, true)], Lines);
    }
}
