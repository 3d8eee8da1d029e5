using TorchSharp;
using Xunit;

namespace Tortue.Tensors.Tests.Api;

/// <summary>Code that compiles against this engine compiles against TorchSharp.</summary>
public class PublicApiTests
{
    [Fact]
    public void EveryPublicMemberIsTorchSharps()
    {
        var list = Path.Combine(AppContext.BaseDirectory, "Api", "torchsharp-0.107.txt");
        var theirs = File.ReadLines(list).ToHashSet(StringComparer.Ordinal);
        var ours = PublicApi.Of(typeof(torch).Assembly, nameof(TorchSharp));

        var surplus = ours.Where(member => !theirs.Contains(member)).ToList();

        Assert.True(surplus.Count == 0, $"TorchSharp has no such members ({surplus.Count}):\n{string.Join('\n', surplus)}");
    }

    [Fact]
    public void KindsOfTypesNamesInTuplesAndOpenListsAreTorchSharps()
    {
        var list = Path.Combine(AppContext.BaseDirectory, "Api", "torchsharp-0.107-details.txt");
        var theirs = File.ReadLines(list).ToHashSet(StringComparer.Ordinal);
        var ours = ApiDetails.Of(typeof(torch).Assembly, nameof(TorchSharp));

        var surplus = ours.Where(detail => !theirs.Contains(detail)).ToList();

        Assert.True(surplus.Count == 0, $"Otherwise in TorchSharp ({surplus.Count}):\n{string.Join('\n', surplus)}");
    }

    [Fact]
    public void DetailsAreSeen()
    {
        var details = ApiDetails.Of(typeof(Probe).Assembly, "Tortue.Tensors.Tests.Api");
        Assert.Contains("K static Tortue.Tensors.Tests.Api.Probe", details);
        Assert.Contains("N Tortue.Tensors.Tests.Api.Probe.Ends(Int32[]) result (first, last)", details);
        Assert.Contains("A Tortue.Tensors.Tests.Api.Probe.Ends(Int32[])", details);
    }

    [Fact]
    public void AMemberThatTorchSharpLacksIsSeen() =>
        Assert.Contains("M Tortue.Tensors.Tests.Api.Probe.Twice(Int32 value = 3, Int64[] sizes = null) : List<String>",
            PublicApi.Of(typeof(Probe).Assembly, "Tortue.Tensors.Tests.Api"));
}

/// <summary>What <see cref="PublicApi"/> is tried on.</summary>
public static class Probe
{
    public static List<string> Twice(int value = 3, long[]? sizes = null) => [value.ToString(), sizes?.Length.ToString() ?? ""];

    public static (int first, int last) Ends(params int[] values) => (values[0], values[^1]);
}
