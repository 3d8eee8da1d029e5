using System.CommandLine;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;
using Tortue.Cli.Update;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue update</c>: brings a newer version of the course, and leaves students' answers alone.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class UpdateCommand(CommandServices services)
{
    private readonly Option<string?> _from = new("--from") { HelpName = "SOURCE", Description = UpdateText.FromOption };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = UpdateText.DryRunOption };

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("update", UpdateText.Description) { _from, _dryRun };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var course = CourseFolder.Find(services.CurrentDirectory)
            ?? throw new CommandException(UpdateText.NoCourseHere.With(services.CurrentDirectory));
        try
        {
            return await UpdateAsync(course.Root, parsed.GetValue(_from), parsed.GetValue(_dryRun), cancellationToken);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(UpdateText.NotRead.With(course.Root, FileErrors.Reason(exception)));
        }
    }

    private async Task<int> UpdateAsync(string root, string? from, bool isTried, CancellationToken cancellationToken)
    {
        var source = new VersionSource(root, services.CurrentDirectory, from);
        using var stage = isTried ? UpdateStage.Elsewhere() : UpdateStage.In(root);
        var version = await source.UnpackAsync(stage, cancellationToken);
        var changes = new UpdatePlan(root, version.Newer, version.Older).Changes();
        if (!isTried) new CourseUpdate(root, version.Newer).Apply(changes, cancellationToken);
        if (!isTried && version.Finish is { } finish) await finish();
        Tell(changes, isTried);
        return ExitCode.Success;
    }

    private void Tell(IReadOnlyList<FileChange> changes, bool isTried)
    {
        if (changes.All(change => change.Kind == ChangeKind.Leave))
        {
            Say(UpdateText.UpToDate);
            return;
        }
        foreach (var change in changes.Where(change => isTried || change.IsTold)) Say(change.Describe());
        if (isTried)
        {
            Say(UpdateText.NothingWritten);
            return;
        }
        var others = changes.Where(change => !change.IsTold).ToLookup(change => change.Kind);
        if (others.Count > 0)
            Say(UpdateText.Counts.With(Count(ChangeKind.Add), Count(ChangeKind.Replace), Count(ChangeKind.Remove)));
        Say(UpdateText.Next);

        int Count(ChangeKind kind) => others[kind].Count();
    }

    private void Say(string line) => services.Output.WriteLine(line, Styles.Plain);
}
