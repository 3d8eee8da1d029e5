using Tortue.Notebooks.Scripting;
using Xunit;

namespace Tortue.Notebooks.Tests.Scripting;

/// <summary>Names of .NET Interactive that notebooks made for it write.</summary>
public sealed class InteractiveNamesTests : IDisposable
{
    private readonly SessionFixture _session = new(options => options with { Input = new StringReader("Ada\nsecret") });

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task QuestionsAreAskedByTheirFullNames()
    {
        await _session.Value("var before = 1;");
        Assert.Equal("Ada", await _session.Value("await Microsoft.DotNet.Interactive.Kernel.GetInputAsync(\"Name? \")"));
        Assert.Equal("Name? ", _session.Sink.Text);
        Assert.Equal("************", await _session.Value("using Microsoft.DotNet.Interactive;\nusing Microsoft.DotNet.Interactive.Formatting;\nvar password = await Kernel.GetPasswordAsync();\npassword.ToString()"));
        Assert.Equal("secret 1", await _session.Value("password.GetClearTextPassword() + \" \" + before"));
    }

    [Fact]
    public async Task ValuesAreDisplayedAndUpdated()
    {
        await _session.Value("""
            using InteractiveKernel = Microsoft.DotNet.Interactive.Kernel;
            using static Microsoft.DotNet.Interactive.Kernel;
            var one = InteractiveKernel.display("a");
            one.Update("b");
            display("c");
            """);
        Assert.Equal(["display:a", "update:b", "display:c"], _session.Sink.Events);
        await _session.Value("one.Update(\"d\");");
        Assert.Equal(["update:d"], _session.Sink.Events);
    }

    [Fact]
    public async Task WhereNobodyAnswersTheErrorIsTheCells()
    {
        using var silent = new SessionFixture();
        var error = await silent.Error("await Microsoft.DotNet.Interactive.Kernel.GetPasswordAsync()");
        Assert.Equal(ScriptingText.NoInput, error.Message);
        Assert.Equal(["   at cell 1, line 1"], error.Traceback.Skip(1));
    }

    [Fact]
    public async Task OneThatTheUserBringsIsTheOneThatIsUsed()
    {
        BuiltAssembly.Write(_session.Folder, "Microsoft.DotNet.Interactive", "namespace Microsoft.DotNet.Interactive { public static class Kernel { public static string Name => \"the real one\"; } }");
        Assert.Equal("the real one", await _session.Value("#r \"Microsoft.DotNet.Interactive.dll\"\nMicrosoft.DotNet.Interactive.Kernel.Name"));
        Assert.Equal("the real one", await _session.Value("Microsoft.DotNet.Interactive.Kernel.Name"));
    }
}
