using Tortue.Display;
using Xunit;

namespace Tortue.Tests.Display;

public class CourseTests
{
    [Fact]
    public void AboutTellsWhatRunsTheNotebook()
    {
        var report = Course.About();
        Assert.Matches(@"^\d+\.\d+\.\d+$", report.Library);
        Assert.Matches(@"^(Tortue\.Tensors|TorchSharp) \d+\.\d+\.\d+$", report.Engine);
        Assert.StartsWith(".NET 1", report.Runtime);
        Assert.Equal(Environment.ProcessorCount, report.Cores);
    }

    [Fact]
    public void ItIsATableAndLinesOfText()
    {
        var bundle = new SetupReport("0.1.0", "Engine <1>", null, ".NET 10.0.1, X64", 2).ToMimeBundle();
        Assert.Equal(
            """
            library    Tortue 0.1.0
            engine     Engine <1>
            front end  no notebook host
            runtime    .NET 10.0.1, X64
            cores      2
            """.ReplaceLineEndings("\n"),
            bundle["text/plain"]);
        Assert.Contains("Engine &lt;1&gt;</td>", bundle["text/html"]);
    }

    /// <summary>Front ends call these by name on values of an assembly that they do not reference.</summary>
    [Fact]
    public void RichValuesHaveTheMembersThatFrontEndsLookFor()
    {
        var rich = typeof(Course).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IMimeBundle).IsAssignableFrom(type)).ToArray();
        Assert.NotEmpty(rich);
        Assert.All(rich, type =>
        {
            Assert.Equal(typeof(IReadOnlyDictionary<string, string>), type.GetMethod("ToMimeBundle", Type.EmptyTypes)?.ReturnType);
            Assert.Equal(typeof(string), type.GetMethod("ToHtml", Type.EmptyTypes)?.ReturnType);
            Assert.Contains(type.GetCustomAttributes(false), attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");
        });
    }
}
