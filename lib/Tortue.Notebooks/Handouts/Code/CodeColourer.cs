using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Tortue.Notebooks.Handouts.Code;

/// <summary>
/// Says what each piece of a notebook's C# is, by Roslyn's own classifier. Each cell is a script that continues the one before,
/// so a type or a method of an earlier cell is known in a later one.
/// </summary>
internal sealed class CodeColourer : IDisposable
{
    // What a cell sees without saying so. A name missing here costs a colour, nothing else.
    private static readonly string[] Usings =
        ["System", "System.Collections", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading.Tasks"];

    private static readonly CSharpParseOptions Parsing =
        new(LanguageVersion.Preview, DocumentationMode.Parse, SourceCodeKind.Script);

    private static readonly Lazy<MetadataReference[]> References = new(FindReferences);

    private readonly AdhocWorkspace _workspace = new();
    private ProjectId? _previous;
    private int _count;

    /// <summary>Starts as a session does: with what every cell can call.</summary>
    public CodeColourer()
    {
        using var stream = typeof(CodeColourer).Assembly.GetManifestResourceStream("Prelude.csx");
        if (stream is null)
            return;
        using var reader = new StreamReader(stream);
        _previous = AddScript(reader.ReadToEnd()).Project.Id;
    }

    /// <summary>What the pieces of the next cell are, in order and without overlaps. What follows sees its declarations.</summary>
    public IReadOnlyList<ColouredSpan> ColourNext(string source) => Colour(source, continues: true);

    /// <summary>What the pieces of a fragment are that stands for itself, for example in a text cell.</summary>
    public IReadOnlyList<ColouredSpan> ColourFragment(string source) => Colour(source, continues: false);

    /// <inheritdoc/>
    public void Dispose() => _workspace.Dispose();

    private List<ColouredSpan> Colour(string source, bool continues)
    {
        var document = AddScript(source);
        if (continues)
            _previous = document.Project.Id;
        var spans = Classifier.GetClassifiedSpansAsync(document, new TextSpan(0, source.Length)).GetAwaiter().GetResult();
        return Flatten(spans);
    }

    private Document AddScript(string source)
    {
        var name = $"Cell{_count++}";
        var id = ProjectId.CreateNewId(name);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: Usings, scriptClassName: name);
        var project = ProjectInfo.Create(id, VersionStamp.Default, name, name, LanguageNames.CSharp, isSubmission: true)
            .WithCompilationOptions(options)
            .WithParseOptions(Parsing)
            .WithMetadataReferences(References.Value)
            .WithProjectReferences(_previous is null ? [] : [new ProjectReference(_previous)]);
        _workspace.AddProject(project);
        var document = DocumentInfo.Create(
            DocumentId.CreateNewId(id),
            name,
            sourceCodeKind: SourceCodeKind.Script,
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(source), VersionStamp.Default)));
        return _workspace.AddDocument(document);
    }

    // The classifier gives a stretch more than one name where one adds to another ("static symbol") or lies inside it (escapes in strings).
    private static List<ColouredSpan> Flatten(IEnumerable<ClassifiedSpan> classified)
    {
        var result = new List<ColouredSpan>();
        var known = classified
            .Select(span => (span.TextSpan, Style: CodeStyles.Of(span.ClassificationType)))
            .Where(span => span.Style is not null && !span.TextSpan.IsEmpty)
            .OrderBy(span => span.TextSpan.Start)
            .ThenByDescending(span => span.TextSpan.Length);
        foreach (var (span, style) in known)
        {
            if (result.Count > 0 && span.Start < result[^1].End)
            {
                var outer = result[^1];
                if (span.End > outer.End || span.Start == outer.Start)
                    continue;
                result[^1] = outer with { End = span.Start };
                result.Add(new ColouredSpan(span.Start, span.End, style!));
                if (span.End < outer.End)
                    result.Add(outer with { Start = span.End });
                continue;
            }
            result.Add(new ColouredSpan(span.Start, span.End, style!));
        }
        return [.. result.Where(span => span.End > span.Start)];
    }

    // Everything that this program itself can see: the framework, the course library and its engine.
    private static MetadataReference[] FindReferences()
    {
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return [.. trusted.Where(File.Exists).Order(StringComparer.Ordinal).Select(path => MetadataReference.CreateFromFile(path))];
    }
}
