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
        .GroupBy(program => program.Steps.Count == 1 ? program.Steps[0].Name : "several operations")
        .ToDictionary(group => group.Key, group => group.ToArray());

    private static readonly HashSet<string> Called = [];

    public static TheoryData<string> Names => [.. Programs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheOperatorIsPyTorchs(string name)
    {
        var differences = Differences(name).Where(d => KnownDifferences.Find(name, d) < 0).ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(12))}");
    }

    [Fact]
    public void EveryListedDifferenceIsStillThere()
    {
        Engine.OnlyOurs("has PyTorch itself inside");
        var used = Programs.Keys.SelectMany(name => Differences(name).Select(d => KnownDifferences.Find(name, d))).ToHashSet();
        Assert.Empty(KnownDifferences.Unused(used));
    }

    private static IEnumerable<string> Differences(string name) =>
        Programs[name].SelectMany(program => ProgramRun.Differences(program, Called));
}
