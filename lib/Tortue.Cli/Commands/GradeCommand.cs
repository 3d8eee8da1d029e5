using System.CommandLine;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Grading;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Grading;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue grade</c>: runs submitted notebooks, each in a process of its own, and writes a table.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class GradeCommand(CommandServices services)
{
    private const string TableName = "grades.csv";
    private const string LibraryName = "Tortue.dll";
    private const int BytesInMegabyte = 1_000_000;

    private readonly Argument<string> _folder = new("folder")
    {
        Description = GradingText.FolderArgument,
        Validators = { ParseErrorText.RefuseUnknownOptions },
    };

    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "FILE", Description = GradingText.OutputOption };
    private readonly Option<string?> _chapter = new("--chapter") { HelpName = "NAME", Description = GradingText.ChapterOption };
    private readonly Option<double> _timeout = TimeoutOption.Create(GradingText.TimeoutOption);
    private readonly Option<int> _memory = WholeNumberOption.Create("--memory", "MB", GradingText.MemoryOption, 2_000, 256, 1_000_000);
    private readonly Option<int?> _jobs = WholeNumberOption.Create("--jobs", "NUMBER", GradingText.JobsOption, 1, 1_000);
    private readonly Option<int?> _seed = WholeNumberOption.Create("--seed", "NUMBER", GradingText.SeedOption, 0, int.MaxValue);

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("grade", GradingText.Description) { _folder, _output, _chapter, _timeout, _memory, _jobs, _seed };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var selection = new NotebookSelection(services.CurrentDirectory);
        var folder = Folder(selection, parsed.GetValue(_folder)!);
        var course = selection.Course ?? CourseFolder.Find(folder)
            ?? throw new CommandException(FilesText.NoCourse.With(services.CurrentDirectory));
        var chapter = parsed.GetValue(_chapter) is { } name ? new NotebookSelection(course.Root).One(name) : null;
        if (!File.Exists(Path.Combine(course.Library, LibraryName)))
            throw new CommandException(GradingText.NotBuilt.With(course.Library, course.Root));
        var submissions = SubmissionFolder.Find(folder);
        if (submissions.Count == 0) throw new CommandException(GradingText.NoSubmissions.With(folder), ExitCode.Usage);
        var table = selection.Target(parsed.GetValue(_output) ?? Path.Combine(folder, TableName));
        table.RequireWritable();

        var jobs = parsed.GetValue(_jobs) ?? Environment.ProcessorCount;
        var limits = new GradingLimits(
            TimeSpan.FromMinutes(parsed.GetValue(_timeout)),
            (long)parsed.GetValue(_memory) * BytesInMegabyte,
            Math.Max(1, Environment.ProcessorCount / jobs));
        var seed = parsed.GetValue(_seed) ?? Random.Shared.Next();
        var run = new GradingRun(new SubmissionProcess(limits, course.Library, seed), new CourseExercises(course, chapter), services);
        try
        {
            var results = await run.GradeAsync(submissions, jobs, cancellationToken);
            Save(table, results);
            foreach (var line in GradingSummary.Of(results, table.Name)) services.Output.WriteLine(line, Styles.Plain);
            services.Messages.WriteLine(GradingText.SeedUsed.With(seed), Styles.Quiet);
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new CommandException(GradingText.Cancelled.With(table.Name), ExitCode.Cancelled);
        }
    }

    private string Folder(NotebookSelection selection, string word)
    {
        var folder = selection.Full(word);
        if (Directory.Exists(folder)) return Path.TrimEndingDirectorySeparator(folder);
        var sentence = File.Exists(folder) ? GradingText.NotFolder : GradingText.NoFolder;
        throw new CommandException(sentence.With(word, services.CurrentDirectory), ExitCode.Usage);
    }

    private static void Save(NotebookFile table, IReadOnlyList<GradedNotebook> results)
    {
        try
        {
            GradeSheet.Save(table.Path, results);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(FilesText.CannotWrite.With(table.Name, FileErrors.Reason(exception)));
        }
    }
}
