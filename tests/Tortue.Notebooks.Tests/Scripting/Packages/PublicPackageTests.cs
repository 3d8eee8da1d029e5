using Xunit;

namespace Tortue.Notebooks.Tests.Scripting.Packages;

/// <summary>Packages that people use, from the feeds of this machine.</summary>
public sealed class PublicPackageTests : IDisposable
{
    private readonly SessionFixture _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("MathNet.Numerics, 5.0.0", "MathNet.Numerics.Combinatorics.Combinations(5, 2)", "10")]
    [InlineData("FsCheck", "using FsCheck;\nusing FsCheck.Fluent;\nvar n = 0;\nProp.ForAll<int>(x => { n++; return x + 0 == x; }).QuickCheckThrowOnFailure();\nn", "100")]
    [InlineData("Spectre.Console, 0.49.1", "new Spectre.Console.Text(\"a\").Length", "1")]
    [InlineData("System.Numerics.Tensors", "System.Numerics.Tensors.TensorPrimitives.Sum<float>(new[] { 1f, 2f })", "3")]
    [InlineData("Microsoft.CodeAnalysis.CSharp.Workspaces", "Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseExpression(\"1 + 1\").ToString()", "1 + 1")]
    public async Task APackageOfTheFeedsWorks(string package, string code, string value)
    {
        var first = await _session.Run($"#r \"nuget: {package}\"");
        Assert.SkipWhen(first.Error is { } error && IsUnreachable(error.Message), $"No feed has {package}: {first.Error?.Message}");
        Assert.Equal(value, await _session.Value(code));
    }

    private static bool IsUnreachable(string message) =>
        message.StartsWith("The packages cannot be fetched", StringComparison.Ordinal) || message.StartsWith("There is no ", StringComparison.Ordinal);
}
