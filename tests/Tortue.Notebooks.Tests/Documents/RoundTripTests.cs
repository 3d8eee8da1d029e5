using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Tortue.Notebooks.Documents;
using Xunit;

namespace Tortue.Notebooks.Tests.Documents;

public class RoundTripTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(2026, 11);

    /// <summary>Any characters, some of them outside the first plane; halves of surrogate pairs are no text.</summary>
    private static readonly Gen<string> Text = Gen.Elements("\n", "\r\n", "\"", "\\", "\0", "\u001b", "\u2028", "é", "🐢", "x = 1")
        .Or(ArbMap.Default.GeneratorFor<char>().Where(character => !char.IsSurrogate(character)).Select(character => character.ToString()))
        .ListOf()
        .Select(string.Concat);

    public static TheoryData<string> Files => [Notebooks.Jupyter, Notebooks.Early, Notebooks.Polyglot];

    [Theory]
    [MemberData(nameof(Files))]
    public void AnUntouchedFileIsWrittenByteByByte(string json) =>
        Assert.Equal(json, NotebookDocument.Parse(json, "test").ToJson());

    [Theory]
    [InlineData("    ")]
    [InlineData("\t")]
    public void TheIndentationOfAFileIsKept(string indent)
    {
        var lines = Notebooks.Jupyter.Split('\n').Select(line =>
        {
            var depth = line.Length - line.TrimStart(' ').Length;
            return string.Concat(Enumerable.Repeat(indent, depth)) + line[depth..];
        });
        var json = string.Join('\n', lines);
        Assert.Equal(json, NotebookDocument.Parse(json, "test").ToJson());
    }

    [Fact]
    public void LineEndsOfWindowsAndAMarkAreUnderstood()
    {
        var json = Notebooks.Early.Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(json, NotebookDocument.Parse("\uFEFF" + json, "test").ToJson());
    }

    [Fact]
    public void ChangingOneSourceChangesOnlyItsLines()
    {
        var document = NotebookDocument.Parse(Notebooks.Jupyter, "test");
        document.Cells[1].Source = "var x = \"é\";\n\nx + 2";
        var expected = Notebooks.Jupyter.Replace(
            "    \"var x = 1;\\n\",\n    \"x\"\n",
            "    \"var x = \\\"é\\\";\\n\",\n    \"\\n\",\n    \"x + 2\"\n",
            StringComparison.Ordinal);
        Assert.NotEqual(Notebooks.Jupyter, expected);
        Assert.Equal(expected, document.ToJson());
    }

    [Fact]
    public void OutputsAndCountsGoWhereJupyterPutsThem()
    {
        var json = """{"cells":[{"cell_type":"code","id":"a","metadata":{},"source":"1"}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";
        var document = NotebookDocument.Parse(json, "test");
        document.Cells[0].Outputs = [];
        document.Cells[0].ExecutionCount = 7;
        var cell = JsonNode.Parse(document.ToJson())!["cells"]![0]!.AsObject();
        Assert.Equal(["cell_type", "execution_count", "id", "metadata", "outputs", "source"], cell.Select(field => field.Key));
        Assert.Equal(7, document.Cells[0].ExecutionCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SavingWritesOrReplacesTheFileAndLeavesNothingBeside(bool exists)
    {
        var folder = Directory.CreateTempSubdirectory("tortue-test-");
        try
        {
            var path = Path.Combine(folder.FullName, "chapter.ipynb");
            if (exists)
                File.WriteAllText(path, "old");

            NotebookDocument.Parse(Notebooks.Jupyter, "test").Save(path);
            Assert.Equal(Notebooks.Jupyter, File.ReadAllText(path));
            Assert.Equal((byte)'{', File.ReadAllBytes(path)[0]);
            Assert.Single(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void AnyTextSurvivesAsSource() =>
        Prop.ForAll(Text.ToArbitrary(), text =>
        {
            var document = NotebookDocument.Parse(Notebooks.Early, "test");
            document.Cells[1].Source = text;
            return NotebookDocument.Parse(document.ToJson(), "test").Cells[1].Source == text;
        }).Check(Fixed);

    [Fact]
    public void AnyMetadataSurvives() =>
        Prop.ForAll(Gen.Sized(JsonOfSize).ToArbitrary(), value =>
        {
            var document = NotebookDocument.Parse(Notebooks.Jupyter, "test");
            document.Metadata["any"] = value?.DeepClone();
            document.Cells[0].Metadata["any"] = value?.DeepClone();
            var text = document.ToJson();
            var again = NotebookDocument.Parse(text, "test");
            return JsonNode.DeepEquals(again.Metadata["any"], value)
                && JsonNode.DeepEquals(again.Cells[0].Metadata["any"], value)
                && again.ToJson() == text;
        }).Check(Fixed);

    private static Gen<JsonNode?> JsonOfSize(int size)
    {
        var leaf = Gen.OneOf(
            Text.Select(value => (JsonNode?)JsonValue.Create(value)),
            ArbMap.Default.GeneratorFor<int>().Select(value => (JsonNode?)JsonValue.Create(value)),
            ArbMap.Default.GeneratorFor<NormalFloat>().Select(value => (JsonNode?)JsonValue.Create(value.Get)),
            Gen.Elements(true, false).Select(value => (JsonNode?)JsonValue.Create(value)),
            Gen.Constant((JsonNode?)null));
        if (size < 2)
            return leaf;

        var inner = JsonOfSize(size / 3);
        var list = inner.ListOf().Select(items => (JsonNode?)new JsonArray([.. items]));
        var item = Text.Zip(inner).ListOf().Select(fields =>
        {
            var result = new JsonObject();
            foreach (var (name, value) in fields)
                result[name] = value?.DeepClone();

            return (JsonNode?)result;
        });
        return Gen.OneOf(leaf, list, item);
    }
}
