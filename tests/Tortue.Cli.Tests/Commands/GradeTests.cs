using System.Diagnostics;
using System.Globalization;
using Tortue.Cli.Tests.Support;
using Xunit;

namespace Tortue.Cli.Tests.Commands;

/// <summary>Students' code runs in processes of its own here as it does for an instructor.</summary>
public sealed class GradeTests : IDisposable
{
    private readonly Submissions _submissions = new();

    public void Dispose() => _submissions.Dispose();

    [Fact]
    public async Task WhateverASubmissionDoesItIsARow()
    {
        _submissions.Add("right/00-foundations.ipynb", Submissions.Right);
        _submissions.Add("wrong.ipynb", Submissions.Wrong);
        _submissions.Add("untouched/00-foundations.ipynb", Submissions.Untouched);
        _submissions.Add("overflow/00-foundations.ipynb", Submissions.Right, "int F(int n) => F(n + 1) + 1;\nF(0)");
        _submissions.Add("exit/00-foundations.ipynb", Submissions.Right, "Environment.Exit(0);", Submissions.Wrong);
        _submissions.Add("early/deep/00-foundations.ipynb", "int x = \"no\";", Submissions.Right);
        _submissions.Add(
            "eater/00-foundations.ipynb",
            Submissions.Right,
            "var all = new List<byte[]>();\nwhile (true) { var one = new byte[10_000_000]; Array.Fill(one, (byte)1); all.Add(one); }");
        _submissions.Add("outside/00-foundations.ipynb", Submissions.Right, """
            unsafe
            {
                while (true) new Span<byte>(System.Runtime.InteropServices.NativeMemory.Alloc(10_000_000), 10_000_000).Fill(1);
            }
            """);
        _submissions.Course.Write("submissions/corrupt/00-foundations.ipynb", "{\"cells\": [");
        _submissions.Course.Write("submissions/empty/00-foundations.ipynb", "");
        _submissions.Course.Write("submissions/essay/essay.txt", "I had no time.");
        _submissions.Course.Write("submissions/essay/.ipynb_checkpoints/old.ipynb", "");

        var result = await _submissions.GradeAsync("--timeout", "10", "--memory", "500");
        Assert.Equal(0, result.Code);
        Assert.Contains(",Correct,1,", _submissions.Row("right"), StringComparison.Ordinal);
        Assert.Contains(
            ",wrong.ipynb,0.4 steps in an epoch,Incorrect,1,\"That leaves out the last, smaller minibatch:",
            _submissions.Row("wrong"),
            StringComparison.Ordinal);
        Assert.Contains(",NotAttempted,0,Replace ____ by your answer", _submissions.Row("untouched"), StringComparison.Ordinal);
        Ends("right", "Correct", "finished");
        Ends("wrong", "Incorrect", "finished");
        Ends("untouched", "NotAttempted", "finished");
        Ends("overflow", "Correct", "in cell 3: Stack overflow.");
        Ends("exit", "Correct", "crashed with exit code 0 in cell 3");
        Ends("early", "Correct", "CS0029: Cannot implicitly convert type 'string' to 'int'\"");
        Ends("eater", "Correct", "out of memory in cell 3");
        Ends("outside", "Correct", "out of memory in cell 3");
        Ends("corrupt", "NotAttempted", "or mend that line in a text editor.\"");
        Ends("empty", "NotAttempted", "or create the notebook anew in VS Code or Jupyter.\"");
        Assert.Contains("essay,,,,,,no notebook", _submissions.Rows());
        Assert.Equal(101, _submissions.Rows().Length);

        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(12, lines.Length);
        Assert.Contains("right  1 of 10 correct, 0 not yet, 9 not attempted  finished", lines);
        Assert.Contains("essay  no exercises  no notebook", lines);
        Assert.Equal("11 students, 10 notebooks, 3 of them finished: submissions/grades.csv", lines[^1]);
        Assert.Equal(12, result.MessageLines.Length);
    }

    [Fact]
    public async Task WhatNeverEndsIsEndedWithWhateverItStarted()
    {
        var pid = _submissions.Course.PathOf("pid").Replace('\\', '/');
        _submissions.Add("loop/00-foundations.ipynb", "while (true) { }");
        _submissions.Add("printer/00-foundations.ipynb", "while (true) Console.WriteLine(new string('x', 10_000));");
        _submissions.Add(
            "raw/00-foundations.ipynb",
            "var raw = Console.OpenStandardError();\nwhile (true) raw.Write(new byte[10_000]);");
        if (!OperatingSystem.IsWindows())
        {
            _submissions.Add("starter/00-foundations.ipynb", $$"""
                var child = System.Diagnostics.Process.Start("sleep", "600");
                System.IO.File.WriteAllText("{{pid}}", child.Id.ToString());
                while (true) { }
                """);
        }

        var result = await _submissions.GradeAsync("--timeout", "0.1", "--jobs", "4");
        Assert.Equal(0, result.Code);
        Assert.All(_submissions.Rows(), row => Assert.Contains(",timed out ", row, StringComparison.Ordinal));
        if (File.Exists(pid)) await OtherProcess.EndsAsync(int.Parse(File.ReadAllText(pid), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task NamesOfAnyKindAndSeveralNotebooksOfOneStudent()
    {
        _submissions.Add("Zoé O'Neill, 李/00-foundations.ipynb", Submissions.Right);
        _submissions.Add("=1+1/00-foundations.ipynb", Submissions.Right);
        _submissions.Add("=1+1/second try.ipynb", Submissions.Wrong);
        if (!OperatingSystem.IsWindows()) _submissions.Add("the \"best\".ipynb", Submissions.Right);
        var result = await _submissions.GradeAsync("--chapter", "00-foundations", "--output", "week 1.csv");
        Assert.Equal(0, result.Code);
        var rows = _submissions.Rows("week 1.csv").Where(row => row.Contains(",0.4 ", StringComparison.Ordinal)).ToArray();
        string[] begins =
        [
            "'=1+1,'=1+1/00-foundations.ipynb,0.4 steps in an epoch,Correct,1,",
            "'=1+1,'=1+1/second try.ipynb,0.4 steps in an epoch,Incorrect,1,",
            "\"Zoé O'Neill, 李\",\"Zoé O'Neill, 李/00-foundations.ipynb\",0.4 steps in an epoch,Correct,1,",
            "\"the \"\"best\"\"\",\"the \"\"best\"\".ipynb\",0.4 steps in an epoch,Correct,1,",
        ];
        Assert.All(rows.Zip(begins), pair => Assert.StartsWith(pair.Second, pair.First, StringComparison.Ordinal));
        Assert.Equal(OperatingSystem.IsWindows() ? 3 : 4, rows.Length);
        Assert.False(File.Exists(_submissions.Course.PathOf("submissions/grades.csv")));
    }

    [Fact]
    public async Task OneSeedGivesTheSameTableAndNothingSecretIsPassedOn()
    {
        const string Secret = "TORTUE_TESTS_TOKEN";
        Environment.SetEnvironmentVariable(Secret, "visible");
        _submissions.Add("a.ipynb", """
            var own = new FunctionExercise<Func<double, double>, double, double>
            {
                Id = "own", Title = "own", Explanation = "", Answer = SourceCode.Of<Func<double, double>>(x => x),
                Inputs = random => [random.Next()], Call = (f, x) => f(x), Arguments = ["x"],
            };
            own.Check(x => -1)
            """, $$"""
            var token = Environment.GetEnvironmentVariable("{{Secret}}");
            throw new Exception($"token: <{token}>, input: {Console.OpenStandardInput().ReadByte()}");
            """);
        await _submissions.GradeAsync("--seed", "1");
        var first = _submissions.Rows();
        await _submissions.GradeAsync("--seed", "1");
        Assert.Equal(first, _submissions.Rows());
        await _submissions.GradeAsync("--seed", "2");
        Assert.NotEqual(first, _submissions.Rows());
        Assert.Contains("token: <>, input: -1", first[^1], StringComparison.Ordinal);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task ASignalEndsTheStudentsProcessesAndWritesNothing(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows sends Ctrl+C to consoles, not to processes.");
        var pid = AddLoop();
        using var process = Executable.Start(Executable.Folder, _submissions.Course.Root, "grade", "submissions");
        while (!process.HasExited && !File.Exists(pid))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        if (signal == "INT" && Executable.IgnoresInterrupts(process))
        {
            process.Kill(entireProcessTree: true);
            Assert.Skip("Interrupts are ignored here, as in what a shell starts in the background.");
        }

        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var result = await Executable.EndAsync(process);
        Assert.Equal(130, result.Code);
        Assert.Equal("Cancelled: submissions/grades.csv is as it was before.", result.MessageLines[^1]);
        Assert.False(File.Exists(_submissions.Course.PathOf("submissions/grades.csv")));
        await OtherProcess.EndsAsync(int.Parse(File.ReadAllText(pid), CultureInfo.InvariantCulture));
    }

    [Fact(Timeout = 120_000)]
    public async Task AStudentsProcessDoesNotOutliveACommandThatIsKilled()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The processes' numbers are told by Unix.");
        var pid = AddLoop();
        using var process = Executable.Start(Executable.Folder, _submissions.Course.Root, "grade", "submissions");
        while (!process.HasExited && !File.Exists(pid))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        process.Kill();
        await OtherProcess.EndsAsync(int.Parse(File.ReadAllText(pid), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task WrongUseIsOneSentence()
    {
        _submissions.Course.Write("a file", "");
        Directory.CreateDirectory(_submissions.Course.PathOf("nothing"));
        await Refuses(2, "There is no folder 'missing', looking from", "grade", "missing");
        await Refuses(2, "'a file' is a file: name the folder with the submissions.", "grade", "a file");
        await Refuses(2, "There is nothing to grade in", "grade", "nothing");
        _submissions.Add("a.ipynb", Submissions.Right);
        await Refuses(
            1, "There is no notebook '00-fundations': did you mean '00-foundations'?", "grade", "submissions", "--chapter", "00-fundations");
        await Refuses(1, "Cannot write none/grades.csv: there is no folder", "grade", "submissions", "--output", "none/grades.csv");
        Directory.Delete(_submissions.Course.PathOf("lib"), recursive: true);
        await Refuses(1, "The course's library is missing in", "grade", "submissions");
    }

    /// <summary>Adds a notebook that tells the number of its process and then loops.</summary>
    private string AddLoop()
    {
        var pid = _submissions.Course.PathOf("pid");
        _submissions.Add("loop.ipynb", $$"""
            File.WriteAllText("{{pid}}.new", Environment.ProcessId.ToString());
            File.Move("{{pid}}.new", "{{pid}}");
            while (true) { }
            """);
        return pid;
    }

    private async Task Refuses(int code, string beginning, params string[] line)
    {
        var result = await _submissions.Course.RunAsync(line);
        Assert.Equal(code, result.Code);
        Assert.StartsWith(beginning, Assert.Single(result.MessageLines), StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    private void Ends(string student, string state, string outcome)
    {
        var row = _submissions.Row(student);
        Assert.Contains($",{state},", row, StringComparison.Ordinal);
        Assert.EndsWith(outcome, row, StringComparison.Ordinal);
    }
}
