using System.Reflection;
using System.Text.Json;
using Tortue.Tensors.Tests.Golden.Programs;
using Xunit;

namespace Tortue.Tensors.Tests.Golden;

/// <summary>
/// Every operator over shapes, strides, element types and options, with its gradients and its errors, against PyTorch: conformance.py has
/// the cases. Each is run by all overloads and twins (methods of tensors, of torch and of functional) that it can mean.
/// </summary>
public class ProgramGoldenTests
{
    internal static readonly Dictionary<string, GoldenProgram[]> Programs = Directory
        .GetFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "programs-*.json")
        .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray())
        .Select(json => new GoldenProgram(json))
        .GroupBy(program => NameOf(program))
        .ToDictionary(group => group.Key, group => group.ToArray());

    private static readonly HashSet<MethodInfo> Called = [];

    private static readonly Lazy<Dictionary<string, string[]>> Differences = new(() => Programs.ToDictionary(
        group => group.Key,
        group => group.Value.SelectMany(program => ProgramRun.Differences(program, Called)).ToArray()));

    public static TheoryData<string> Names => [.. Programs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheOperatorIsPyTorchs(string name)
    {
        Engine.OnlyOurs(
            $"{name}.",
            ("var.", "takes the argument unbiased for something else"),
            ("var_mean.", "takes the argument unbiased for something else, and gives the standard deviation"),
            ("index.", "refuses an index without positions"),
            ("round", "rounds no integers"),
            ("div", "forgets the rounding in one of two ways"),
            ("F.upsample.", "aligns corners of the nearest too, which PyTorch refuses"),
            ("F.nll_loss.", "wants a batch"),
            ("nn.NLLLoss.", "wants a batch"),
            ("zero_.", "has no derivative of it"));
        var differences = Differences.Value[name].Where(d => KnownDifferences.Find(name, d) < 0).ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(12))}");
    }

    [Fact]
    public void EveryListedDifferenceIsStillThere()
    {
        Engine.OnlyOurs("has PyTorch itself inside");
        var used = Differences.Value.SelectMany(group => group.Value.Select(d => KnownDifferences.Find(group.Key, d))).ToHashSet();
        Assert.Empty(KnownDifferences.Unused(used));
    }

    /// <summary>What an operator makes on its way is disposed when it returns: long trainings would keep it until their end.</summary>
    [Fact]
    public void NoOperatorLeavesMoreThanItsResultsInTheScope()
    {
        _ = Differences.Value;
        Assert.Equal([], Leftovers.Found.Select(operation => $"{operation.Key} leaves {operation.Value}"));
    }

    /// <summary>By hand, with a file that fuzz.py wrote; it says how.</summary>
    [Fact]
    public void RandomProgramsAgree()
    {
        if (Environment.GetEnvironmentVariable("TORTUE_PROGRAMS") is not { Length: > 0 } file)
        {
            Assert.Skip("TORTUE_PROGRAMS names no file of random programs (Golden/Programs/fuzz.py).");
            return;
        }

        var programs = JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray().Select(json => new GoldenProgram(json));
        Assert.Empty(programs.SelectMany(program => ProgramRun.Differences(program, [])));
    }

    /// <summary>The public methods that the programs called.</summary>
    internal static IReadOnlySet<MethodInfo> CalledMethods()
    {
        _ = Differences.Value;
        return Called;
    }

    private static string NameOf(GoldenProgram program) => program.Steps.Count == 1 ? program.Steps[0].Name : "several operations";
}
