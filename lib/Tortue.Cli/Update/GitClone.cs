using System.ComponentModel;
using System.Diagnostics;
using Tortue.Cli.Errors;

namespace Tortue.Cli.Update;

/// <summary>A course's folder that is a clone, asked by the program <c>git</c>.</summary>
/// <param name="root">The course's folder.</param>
internal sealed class GitClone(string root)
{
    /// <summary>Whether the folder itself is a work tree, and not only inside of one.</summary>
    public bool Exists => Directory.Exists(Path.Combine(root, ".git")) || File.Exists(Path.Combine(root, ".git"));

    /// <summary>Fetches what the clone's branch follows.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The newest commit there, and the one that the clone is at.</returns>
    /// <exception cref="CommandException">There is nothing to follow or to fetch, or the clone has gone a way of its own.</exception>
    public async Task<GitVersions> FetchAsync(CancellationToken cancellationToken)
    {
        if (!(await RunAsync(cancellationToken, "rev-parse", "--abbrev-ref", "@{upstream}")).Succeeded)
            throw new CommandException(UpdateText.NoUpstream.With(root));
        var fetched = await RunAsync(cancellationToken, "fetch", "--quiet");
        if (!fetched.Succeeded) throw new CommandException(UpdateText.NotFetched.With(fetched.LastMessage));

        var head = await CommitAsync("HEAD", cancellationToken);
        var upstream = await CommitAsync("@{upstream}", cancellationToken);
        if ((await RunAsync(cancellationToken, "rev-parse", "--verify", "--quiet", "MERGE_HEAD")).Succeeded)
            throw new CommandException(UpdateText.MergeUnderWay);
        if (head != upstream && !await IsAncestorAsync(head, upstream, cancellationToken))
        {
            // With nothing new to fetch, commits of one's own are in nobody's way.
            if (await IsAncestorAsync(upstream, head, cancellationToken)) return new GitVersions(head, head);
            var own = (await RunAsync(cancellationToken, "rev-list", "--count", "@{upstream}..HEAD")).Output.Trim();
            throw new CommandException(UpdateText.OwnCommits.With(own));
        }
        return new GitVersions(upstream, head);
    }

    /// <summary>The commit that the clone is at; null where git is missing or has none.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<string?> HeadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await CommitAsync("HEAD", cancellationToken);
        }
        catch (CommandException)
        {
            return null;
        }
    }

    /// <summary>Unpacks the files of a commit.</summary>
    /// <param name="commit">Its full name.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task UnpackAsync(string commit, string folder, CancellationToken cancellationToken)
    {
        using var git = Start("archive", "--format=tar", commit);
        var messages = git.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            ArchiveVersion.UnpackTar(git.StandardOutput.BaseStream, new UnpackFolder(folder, commit[..7]), cancellationToken);
            await git.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
            await git.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            if (!git.HasExited) git.Kill();
        }
        if (git.ExitCode != 0) throw new CommandException(UpdateText.GitRefused.With("archive", OneLine.Of(await messages)));
    }

    /// <summary>
    /// Says that the clone's branch is at a commit that follows the one it is at, whose files are in place already: no file is touched.
    /// </summary>
    /// <param name="commit">The commit's full name.</param>
    public async Task MoveBranchAsync(string commit)
    {
        // The last step is not left half done for an interrupt that comes now.
        var moved = await RunAsync(CancellationToken.None, "reset", "--mixed", "--quiet", commit);
        if (!moved.Succeeded) throw new CommandException(UpdateText.GitRefused.With("reset", moved.LastMessage));
    }

    private async Task<bool> IsAncestorAsync(string older, string newer, CancellationToken cancellationToken) =>
        (await RunAsync(cancellationToken, "merge-base", "--is-ancestor", older, newer)).Succeeded;

    private async Task<string> CommitAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await RunAsync(cancellationToken, "rev-parse", "--verify", name + "^{commit}");
        if (!answer.Succeeded) throw new CommandException(UpdateText.GitRefused.With("rev-parse", answer.LastMessage));
        return answer.Output.Trim();
    }

    private async Task<GitAnswer> RunAsync(CancellationToken cancellationToken, params string[] words)
    {
        using var git = Start(words);
        try
        {
            var output = git.StandardOutput.ReadToEndAsync(cancellationToken);
            var messages = git.StandardError.ReadToEndAsync(cancellationToken);
            await git.WaitForExitAsync(cancellationToken);
            return new GitAnswer(git.ExitCode == 0, await output, await messages);
        }
        finally
        {
            if (!git.HasExited) git.Kill();
        }
    }

    private Process Start(params string[] words)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("git", words)
            {
                WorkingDirectory = root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            throw new CommandException(UpdateText.NoGit);
        }
    }

    private sealed record GitAnswer(bool Succeeded, string Output, string Messages)
    {
        public string LastMessage => OneLine.Of(Messages.TrimEnd().Split('\n')[^1]).TrimEnd('.');
    }
}
