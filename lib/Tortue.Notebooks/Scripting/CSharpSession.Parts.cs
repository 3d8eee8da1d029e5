using Tortue.Notebooks.Scripting.Magics;
using Tortue.Notebooks.Scripting.Packages;

namespace Tortue.Notebooks.Scripting;

/// <content>The parts of a cell, one after another: C#, commands, sections in other languages, files that it imports.</content>
public sealed partial class CSharpSession
{
    /// <summary>Does the parts of a cell, or of a file that it imports, in order.</summary>
    /// <param name="run">The run of the cell.</param>
    /// <param name="source">The text.</param>
    /// <param name="name">What messages and traces call it.</param>
    /// <param name="imports">The files that it is imported by, from each other.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <returns>How it failed; null where it did not.</returns>
    private async Task<CellResult?> RunPartsAsync(
        CellRun run, CellSource source, string name, IReadOnlyList<string> imports, CancellationToken cancellation)
    {
        _packages.AddFeeds(source.Feeds);
        foreach (var part in source.Parts)
        {
            if (cancellation.IsCancellationRequested)
                return run.Fail(CellErrorNames.Interrupted, ScriptingText.Interrupted);

            run.ShowValue();
            switch (part)
            {
                case { Kind: CellPartKind.Section }:
                    SectionOutput.Show(part.Name, part.Text, run.Sink);
                    break;
                case { Kind: CellPartKind.Command, Name: not MagicCommand.Import }:
                    InformationCommands.Do(part.Name, _options.HostName, _submissions.Skip(FirstCell).OfType<object>(), run.Sink);
                    break;
                default:
                    var failure = part.Kind == CellPartKind.Code
                        ? await CompileAndRunAsync(run, part.Text, name, cancellation).ConfigureAwait(false)
                        : await ImportAsync(run, part, imports, cancellation).ConfigureAwait(false);
                    if (failure is not null)
                        return failure;
                    break;
            }
        }

        return null;
    }

    private async Task<CellResult?> ImportAsync(CellRun run, CellPart part, IReadOnlyList<string> imports, CancellationToken cancellation)
    {
        var shown = part.Text.Trim('"');
        try
        {
            var path = Path.GetFullPath(shown.Replace('\\', Path.DirectorySeparatorChar), _options.WorkingDirectory);
            if (imports.Contains(path))
                throw new MagicException(MagicsText.ImportCircle, shown);

            foreach (var (name, source) in ImportedFile.Read(path, shown))
            {
                var failure = await RunPartsAsync(run, CellSource.Parse(source), name, [.. imports, path], cancellation).ConfigureAwait(false);
                if (failure is { Error: { } error })
                    return run.Fail(error with { Line = part.Line, Column = null });
            }

            return null;
        }
        catch (MagicException wrong)
        {
            return run.Fail(new CellError(CellErrorNames.Compilation, wrong.Message, [wrong.Message], part.Line));
        }
    }

    /// <summary>Fetches the packages that a text asks for, and compiles it; once more where a file that it loads asks for others.</summary>
    private async Task<(CompiledCell? Cell, CellError? Error)> CompileAsync(CellRun run, string text, string name, CancellationToken cancellation)
    {
        var line = new PackageLine(run.Sink, TimeProvider.System);
        var (code, directives) = PackageDirective.TakeFrom(text);
        _packages.Begin();
        foreach (var directive in directives)
            _packages.Ask(directive.Reference);
        await _packages.RestoreAsync(line, cancellation).ConfigureAwait(false);
        foreach (var directive in directives)
        {
            if (_packages.FailureOf(directive.Reference) is { } sentence)
                return (null, new CellError(CellErrorNames.Compilation, sentence, [sentence], directive.Line, directive.Column));
        }

        var result = _compiler.Compile(code, name, cancellation);
        if (!await _packages.RestoreAsync(line, cancellation).ConfigureAwait(false))
            return result;

        return _compiler.Compile(code, name, cancellation);
    }
}
