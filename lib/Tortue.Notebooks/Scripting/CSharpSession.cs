using System.Globalization;
using System.Reflection;
using Tortue.Notebooks.Scripting.Packages;

namespace Tortue.Notebooks.Scripting;

/// <summary>
/// A C# session: cells run one after another and see what the earlier ones declared. Each cell runs on a thread of its own, in the notebook's folder, with
/// the invariant culture, and can be stopped. What a cell writes and shows goes to its sink as it comes.
/// </summary>
public sealed partial class CSharpSession
{
    /// <summary>The script that every session starts with.</summary>
    internal const string PreludeName = "Prelude.csx";

    /// <summary>Where the variables of cells begin, after those of that script.</summary>
    private const int FirstCell = 2;

    /// <summary>The current directory belongs to the process: one cell at a time, whatever the session.</summary>
    private static readonly SemaphoreSlim Gate = new(1, 1);

    private readonly CSharpSessionOptions _options;
    private readonly SessionAssemblies _assemblies;
    private readonly SessionPackages _packages;
    private readonly CellCompiler _compiler;
    private readonly Lazy<Task> _warmUp;

    /// <summary>Cancelled when the first cell is asked for.</summary>
    private readonly CancellationTokenSource _asked = new();

    /// <summary>The cells' variables, as the compiler numbers them: 0 is for a host object, which there is none of.</summary>
    private object?[] _submissions = new object?[16];
    private int _submissionCount = 1;
    private Action<bool>? _stopLoops;
    private string _directory;
    private CellGuard? _running;

    /// <summary>Creates a session. Nothing runs yet; see <see cref="WarmUpAsync"/>.</summary>
    /// <param name="options">The settings; default: <see cref="CSharpSessionOptions"/>'s own.</param>
    public CSharpSession(CSharpSessionOptions? options = null)
    {
        _options = options ?? new CSharpSessionOptions();
        _directory = Path.GetFullPath(_options.WorkingDirectory);
        _assemblies = new SessionAssemblies(_options.ShadowFolder);
        _packages = new SessionPackages(
            new PackageRestore(_options.PackageFolder, _options.Dotnet, TimeProvider.System), _assemblies, _directory);
        _compiler = new CellCompiler(new SessionReferenceResolver(_assemblies, _packages, _directory, _options.LibraryFolder), _directory);
        _warmUp = new Lazy<Task>(() => Task.Run(RunPreludeAsync));
    }

    /// <summary>What can be said about code that is being written, after the cells so far.</summary>
    internal Insight.CodeInsight Insight => new(_compiler);

    /// <summary>
    /// Prepares the compiler, so that the first cell is quick: to be called while the front end connects. The first cell waits for it in any case.
    /// </summary>
    public Task WarmUpAsync() => _warmUp.Value;

    /// <summary>The running cell gets no more time to end by itself, now or when it is stopped: for a user who interrupts it again.</summary>
    public void Hurry() => Volatile.Read(ref _running)?.Hurry();

    /// <summary>Runs a cell.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="cellName">What messages and traces call the cell, e.g. <c>cell 7</c>.</param>
    /// <param name="sink">Receives what the cell writes and shows.</param>
    /// <param name="timeLimit">How long the cell may run; <see cref="Timeout.InfiniteTimeSpan"/> for any time.</param>
    /// <param name="cancellation">
    /// Interrupts the cell: asks it to end, then stops its thread. The result says so; nothing is thrown.
    /// </param>
    /// <param name="input">What the cell reads from; default: <see cref="CSharpSessionOptions.Input"/>.</param>
    /// <returns>How the cell ended.</returns>
    public async Task<CellResult> RunAsync(
        string source,
        string cellName,
        IOutputSink sink,
        TimeSpan timeLimit,
        CancellationToken cancellation,
        TextReader? input = null)
    {
        await _asked.CancelAsync().ConfigureAwait(false);
        var run = new CellRun(source, cellName, sink, timeLimit, input ?? _options.Input);
        try
        {
            await WarmUpAsync().WaitAsync(cancellation).ConfigureAwait(false);
            await Gate.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return run.Fail(CellErrorNames.Interrupted, ScriptingText.Interrupted);
        }

        try
        {
            var failure = await Task.Run(() => RunPartsAsync(run, run.Source, cellName, [], cancellation), CancellationToken.None).ConfigureAwait(false);
            return failure ?? run.Succeed();
        }
        finally
        {
            Gate.Release();
        }
    }

    private async Task RunPreludeAsync()
    {
        ShadowFolder.RemoveUnused(_options.ShadowFolder);
        using var stream = typeof(CSharpSession).Assembly.GetManifestResourceStream(PreludeName)!;
        using var reader = new StreamReader(stream);
        var (cell, error) = _compiler.Compile(await reader.ReadToEndAsync().ConfigureAwait(false), PreludeName, CancellationToken.None);
        if (cell is null)
            throw new InvalidOperationException(string.Join('\n', error!.Traceback));

        _stopLoops = (Action<bool>?)await Start(cell)().ConfigureAwait(false);
        _compiler.Take(cell);
        _ = Task.Run(() => Rehearsal.Run(_compiler, _asked.Token));
    }

    private async Task<CellResult?> CompileAndRunAsync(CellRun run, string text, string name, CancellationToken cancellation)
    {
        CompiledCell? cell;
        try
        {
            var (compiled, error) = await CompileAsync(run, text, name, cancellation).ConfigureAwait(false);
            if (error is not null)
                return run.Fail(error);

            cell = compiled!;
            _packages.Use();
        }
        catch (OperationCanceledException)
        {
            return run.Fail(CellErrorNames.Interrupted, ScriptingText.Interrupted);
        }

        if (!cell.HasCode)
        {
            _compiler.Take(cell);
            return null;
        }

        using var limit = new CancellationTokenSource(run.TimeLimit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        var context = new CellContext(run.Sink, run.Input, new CellGuard(_stopLoops!), stop.Token);
        var (end, exception) = await RunOnThreadAsync(run, cell, context).ConfigureAwait(false);

        // What the cell declared before it failed stays; a cell that never started has nothing to stay.
        if (_submissions[_submissionCount] is not null || (end == CellThreadEnd.Finished && exception is null))
            _compiler.Take(cell);

        if (end == CellThreadEnd.Stuck)
            return run.Fail(CellErrorNames.Stuck, ScriptingText.StuckCell);

        if (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
            return run.FailByTimeLimit();

        if (end == CellThreadEnd.Aborted || (cancellation.IsCancellationRequested && CellThread.IsStop(exception)))
            return run.Fail(CellErrorNames.Interrupted, ScriptingText.Interrupted);

        return exception is null ? null : run.Fail(CellTrace.Describe(exception, name));
    }

    private async Task<(CellThreadEnd End, Exception? Error)> RunOnThreadAsync(CellRun run, CompiledCell cell, CellContext context)
    {
        ConsoleRouter.Install();
        BackgroundFailures.Install();
        HostSlots.Install(_options.HostName, _options.ExerciseSeed, _options.Solutions, _options.Results);
        var outside = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = _directory;
            Volatile.Write(ref _running, context.Guard);
            var start = Start(cell);
            var result = await CellThread.RunAsync(
                async () =>
                {
                    CellContext.Current = context;
                    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                    var value = await start();
                    if (cell.Shows(value))
                        run.Value = ShownValue.Format(value, []);
                },
                context.Guard,
                () => context.HasHandedOutToken ? _options.AbortDelay : TimeSpan.Zero,
                _options.GiveUpDelay,
                context.Cancellation).ConfigureAwait(false);
            _directory = Environment.CurrentDirectory;
            return result;
        }
        catch (DirectoryNotFoundException exception)
        {
            return (CellThreadEnd.Finished, exception);
        }
        finally
        {
            Volatile.Write(ref _running, null);
            HostSlots.WithdrawResults();
            Environment.CurrentDirectory = outside;
        }
    }

    /// <summary>Loads a cell and gives the call that runs it. The cell puts its own variables into the array of submissions.</summary>
    private Func<Task<object?>> Start(CompiledCell cell)
    {
        while (_submissionCount < _submissions.Length && _submissions[_submissionCount] is not null)
            _submissionCount++;

        if (_submissionCount + 1 >= _submissions.Length)
            Array.Resize(ref _submissions, _submissions.Length * 2);

        var entry = cell.Compilation.GetEntryPoint(CancellationToken.None)!;
        var type = _assemblies.LoadCell(cell.Assembly, cell.Symbols).GetType(entry.ContainingType.MetadataName, throwOnError: true)!;
        var factory = type.GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
        var call = factory.CreateDelegate<Func<object?[], Task<object?>>>();
        var submissions = _submissions;
        return () => call(submissions);
    }
}
