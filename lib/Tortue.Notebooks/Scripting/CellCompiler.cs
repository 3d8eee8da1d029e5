using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Tortue.Notebooks.Scripting;

/// <summary>
/// Compiles cells as a chain of script submissions: each sees the declarations, usings and references of those before it. A cell that does not compile,
/// or that never started, leaves the chain as it was.
/// </summary>
internal sealed class CellCompiler
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);
    private static readonly EmitOptions EmitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <summary>.NET Interactive's usings, and System.IO.</summary>
    private static readonly string[] Usings =
    [
        "System", "System.Collections", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading.Tasks",
    ];

    private readonly SessionReferenceResolver _resolver;
    private readonly CSharpCompilationOptions _options;
    private CSharpCompilation? _previous;
    private int _count;

    public CellCompiler(SessionReferenceResolver resolver, string workingDirectory)
    {
        _resolver = resolver;
        _options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            usings: Usings,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            metadataReferenceResolver: resolver,
            sourceReferenceResolver: new CellSourceResolver(workingDirectory),
            nullableContextOptions: NullableContextOptions.Annotations,
            // Warnings are for programs; a cell shows what stops it.
            warningLevel: 0);
    }

    /// <summary>Compiles a cell after those taken so far.</summary>
    /// <param name="code">The cell's C#.</param>
    /// <param name="name">What messages and traces call the cell.</param>
    /// <param name="cancellation">Stops the compiler.</param>
    /// <returns>The compiled cell, or why it does not compile.</returns>
    public (CompiledCell? Cell, CellError? Error) Compile(string code, string name, CancellationToken cancellation)
    {
        _resolver.InteractiveNames.LookAt(code);
        var plain = Parse(code, name, cancellation);
        var guarded = ConsoleCalls.Replace(LoopChecks.AddTo(plain));
        if (guarded != plain && Compile(guarded, cancellation) is { Cell: { } cell })
            return (cell, null);

        // Messages are about what the user wrote.
        var (result, diagnostics) = Compile(plain, cancellation);
        return (result, result is null ? CompilationErrors.Describe(diagnostics, name, _resolver) : null);
    }

    /// <summary>Makes a cell part of the session: the next one follows it.</summary>
    public void Take(CompiledCell cell) => _previous = cell.Compilation;

    /// <summary>The cells so far with a text behind them that is being written: for questions about it, never to be run.</summary>
    /// <param name="tree">The text, from <see cref="ParseText"/>.</param>
    public CSharpCompilation Preview(SyntaxTree tree) => Submission("preview", tree);

    /// <summary>Compiles a cell and forgets it.</summary>
    /// <param name="code">The cell's C#.</param>
    /// <param name="cancellation">Stops the compiler.</param>
    public void TryOut(string code, CancellationToken cancellation) =>
        Compile(Submission("rehearsal", LoopChecks.AddTo(Parse(code, "", cancellation))), cancellation);

    private (CompiledCell? Cell, ImmutableArray<Diagnostic> Diagnostics) Compile(SyntaxTree tree, CancellationToken cancellation) =>
        Compile(Submission((_count++).ToString(CultureInfo.InvariantCulture), tree), cancellation);

    private static (CompiledCell? Cell, ImmutableArray<Diagnostic> Diagnostics) Compile(CSharpCompilation compilation, CancellationToken cancellation)
    {
        var assembly = new MemoryStream();
        var symbols = new MemoryStream();
        var diagnostics = CompiledCell.HasStatements(compilation)
            ? compilation.Emit(assembly, symbols, options: EmitOptions, cancellationToken: cancellation).Diagnostics
            : compilation.GetDiagnostics(cancellation);
        if (diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            return (null, diagnostics);

        assembly.Position = 0;
        symbols.Position = 0;
        return (new CompiledCell(compilation, assembly, symbols), diagnostics);
    }

    private CSharpCompilation Submission(string number, SyntaxTree tree) => CSharpCompilation.CreateScriptCompilation(
        $"tortue-cell-{number}",
        tree,
        References(),
        _options.WithScriptClassName($"Submission#{number}"),
        _previous,
        typeof(object));

    // Without any, a cell has those of the one before it.
    private IEnumerable<MetadataReference>? References()
    {
        var others = _resolver.SessionReferences;
        return _previous is null || others.Count > 0 ? FrameworkReferences.All.Concat(others) : null;
    }

    /// <summary>Reads a cell; a semicolon that is missing at its very end is added.</summary>
    internal static SyntaxTree Parse(string code, string name, CancellationToken cancellation)
    {
        var tree = ParseText(code, name, cancellation);
        var errors = tree.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(2).ToList();
        if (errors is not [{ Id: "CS1002" } missing])
            return tree;

        // Nothing is wrong but the semicolon of the last statement.
        var end = tree.GetRoot(cancellation).GetLastToken().Span.End;
        return missing.Location.SourceSpan.Start >= end ? ParseText(code.Insert(end, ";"), name, cancellation) : tree;
    }

    /// <summary>Reads a cell as it stands.</summary>
    internal static SyntaxTree ParseText(string code, string name, CancellationToken cancellation) =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), ParseOptions, name, cancellation);
}
