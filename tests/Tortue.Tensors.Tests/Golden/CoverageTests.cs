using System.Reflection;
using TorchSharp;
using Tortue.Tensors.Tests.Golden.Programs;
using Xunit;

namespace Tortue.Tensors.Tests.Golden;

/// <summary>
/// No public operator without PyTorch's values and gradients. Who adds one adds a line to Golden/Programs/conformance.py and runs it
/// (or, for what is no operator, a name to NotCompared).
/// </summary>
public class CoverageTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly (Type Type, string Name)[] Faces =
    [
        (typeof(torch.Tensor), "Tensor"), (typeof(torch), "torch"), (typeof(torch.nn.functional), "functional"), (typeof(torch.nn), "nn"),
    ];

    [Fact]
    public void EveryPublicOperatorIsComparedWithPyTorch()
    {
        var called = ProgramGoldenTests.CalledMethods().Select(m => Name(m.DeclaringType!, m.Name)).ToHashSet();
        var missing = Operators().Where(name => !called.Contains(name) && !NotCompared.Names.Contains(name)).ToList();
        Assert.True(missing.Count == 0,
            $"Neither compared with PyTorch (Golden/Programs/conformance.py) nor listed with a reason (NotCompared): " +
            string.Join(", ", missing));
    }

    [Fact]
    public void EveryOperatorIsComparedWithItsGradient()
    {
        var without = ProgramGoldenTests.Programs.Where(group => group.Value.All(p => p.Gradients is null)).Select(group => group.Key);
        Assert.Empty(without.Except(NotCompared.NamesWithoutGradient));
        Assert.Empty(NotCompared.NamesWithoutGradient.Except(ProgramGoldenTests.Programs.Keys));
    }

    [Fact]
    public void EveryOperatorIsTriedOnSeveralInputs()
    {
        var few = ProgramGoldenTests.Programs.Where(group => group.Value.Length < 2).Select(group => group.Key).ToList();
        Assert.All(few, name => Assert.True(IsAnotherName(name), $"{name} has one case only: add shapes, layouts and element types."));
    }

    private static IEnumerable<string> Operators() => Faces
        .SelectMany(face => face.Type.GetMethods(Declared).Where(m => !m.IsSpecialName).Select(m => Name(face.Type, m.Name)))
        .Distinct();

    private static string Name(Type type, string method) => $"{Array.Find(Faces, f => f.Type == type).Name}.{method}";

    /// <summary>Synonyms, which one case shows to be such.</summary>
    private static bool IsAnotherName(string name) => name is
        "arccos" or "arcsin" or "arctan" or "arccosh" or "arcsinh" or "arctanh" or "round_" or "gelu_" or "silu_" or "type_as";
}
