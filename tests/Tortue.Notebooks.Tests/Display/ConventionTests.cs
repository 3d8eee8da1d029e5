using Tortue.Notebooks.Tests.Scripting;
using Xunit;

namespace Tortue.Notebooks.Tests.Display;

/// <summary>Values whose types come from an assembly that the session loads, not from the host.</summary>
public sealed class ConventionTests : IDisposable
{
    private const string Source = """
        namespace Rich
        {
            public class Bundle
            {
                public IReadOnlyDictionary<string, string> ToMimeBundle() =>
                    new Dictionary<string, string> { ["text/html"] = "<svg/>", ["text/plain"] = "a bundle", ["application/x+json"] = "{\"a\":[1]}" };

                public string ToHtml() => "not this";
            }

            public class Html
            {
                public string ToHtml() => "<p>html</p>";
                public override string ToString() => "plain";
            }

            [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "text/html" })]
            public class Formatted
            {
                public string ToHtml() => "not this";
                public override string ToString() => "formatted";
            }

            public class Derived : Formatted
            {
            }

            [TypeFormatterSource(typeof(Source))]
            public class AllTypes
            {
            }

            public class Throwing
            {
                public IReadOnlyDictionary<string, string> ToMimeBundle() => throw new FormatException("cannot be shown");
            }

            public class Source
            {
                public IEnumerable<object> CreateTypeFormatters() => new object[]
                {
                    new Formatter("text/html", "<p>formatted</p>"), new Formatter("text/latex", "$x$"), new Formatter("text/csv", null),
                };
            }

            public class Formatter
            {
                private readonly string text;
                public Formatter(string mimeType, string text) { MimeType = mimeType; this.text = text; }
                public string MimeType { get; }
                public bool Format(object instance, TextWriter writer)
                {
                    if (text is null)
                        return false;
                    writer.Write(text);
                    return true;
                }
            }

            public interface IHtmlContent
            {
                void WriteTo(TextWriter writer, System.Text.Encodings.Web.HtmlEncoder encoder);
            }

            public class Content : IHtmlContent
            {
                public void WriteTo(TextWriter writer, System.Text.Encodings.Web.HtmlEncoder encoder) => writer.Write("<i>" + encoder.Encode("<") + "</i>");
                public override string ToString() => "content";
            }

            public class Wrapped
            {
                public Content ToHtml() => new Content();
                public override string ToString() => "wrapped";
            }

            public class Built
            {
                public System.Text.StringBuilder ToHtml() => new System.Text.StringBuilder("<p>built</p>");
            }

            public class NoHtml
            {
                public int ToHtml() => 3;
                public override string ToString() => "no html";
            }

            [AttributeUsage(AttributeTargets.Class)]
            internal sealed class TypeFormatterSourceAttribute : Attribute
            {
                public TypeFormatterSourceAttribute(Type formatterSourceType) => FormatterSourceType = formatterSourceType;
                public Type FormatterSourceType { get; }
                public string[] PreferredMimeTypes { get; set; }
            }
        }

        namespace TorchSharp
        {
            public static class torch
            {
                public class Tensor
                {
                    public override string ToString() => "[2x3], type = Float32, device = cpu";
                    public Tensor T => throw new InvalidOperationException("a tensor's properties are never walked");
                    public IEnumerator<Tensor> GetEnumerator() => throw new InvalidOperationException();
                }

                public class Parameter(params long[] sizes) : Tensor
                {
                    public bool IsInvalid => sizes.Length == 0;
                    public long[] shape => IsInvalid ? throw new InvalidOperationException() : sizes;
                }
            }

            public static class TensorExtensionMethods
            {
                public static string str(this torch.Parameter tensor, string format = null, int? width = 7) => $"rows {format} {width}\n";
            }
        }
        """;

    private readonly SessionFixture _session = new();

    public ConventionTests() => BuiltAssembly.Write(_session.Folder, "Rich", Source);

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task AMimeBundleComesFirst()
    {
        var bundle = await Bundle("new Bundle()");
        Assert.Equal(["application/x+json", "text/html", "text/plain"], bundle.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("<svg/>", bundle["text/html"]);
    }

    [Theory]
    [InlineData("new Formatted()")]
    [InlineData("new Derived()")]
    public async Task ThenTheFormatterSourceWithItsPreferredTypes(string expression)
    {
        var bundle = await Bundle(expression);
        Assert.Equal(["text/html", "text/plain"], bundle.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("<p>formatted</p>", "formatted"), (bundle["text/html"], bundle["text/plain"]));
    }

    [Fact]
    public async Task WithoutPreferenceAllFormattersThatApply() =>
        Assert.Equal(["text/html", "text/latex", "text/plain"], (await Bundle("new AllTypes()")).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task ThenToHtml()
    {
        var bundle = await Bundle("new Html()");
        Assert.Equal(("<p>html</p>", "plain"), (bundle["text/html"], bundle["text/plain"]));
    }

    [Theory]
    [InlineData("new Content()", "<i>&lt;</i>", "content")]
    [InlineData("new Wrapped()", "<i>&lt;</i>", "wrapped")]
    [InlineData("new Built()", "<p>built</p>", "Rich.Built")]
    public async Task HtmlMayBeAnObjectOfALibraryForHtml(string expression, string html, string text)
    {
        var bundle = await Bundle(expression);
        Assert.Equal((html, text), (bundle["text/html"], bundle["text/plain"]));
    }

    [Fact]
    public async Task WhatReturnsNoHtmlIsNoConvention() => Assert.Equal(["text/plain"], (await Bundle("new NoHtml()")).Keys);

    [Theory]
    [InlineData("new torch.Parameter(2, 3)", "rows  7")]
    [InlineData("new torch.Parameter(2)", "[2x3], type = Float32, device = cpu")]
    [InlineData("new torch.Parameter()", "[2x3], type = Float32, device = cpu")]
    [InlineData("new[] { new torch.Parameter(2, 3) }", "[[2x3], type = Float32, device = cpu]")]
    public async Task AMatrixByItselfIsWrittenRowByRow(string expression, string text) =>
        Assert.Equal(text, (await Bundle(expression))["text/plain"]);

    [Fact]
    public async Task ATensorIsItsOwnText()
    {
        var bundle = await Bundle("new torch.Tensor()");
        Assert.Equal("[2x3], type = Float32, device = cpu", Assert.Single(bundle).Value);
        Assert.Contains("[2x3]", (await Bundle("new { Weight = new torch.Tensor() }"))["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task InsideAListARichValueIsALine() => Assert.Equal("[a bundle, 1]", (await Bundle("new object[] { new Bundle(), 1 }"))["text/plain"]);

    [Fact]
    public async Task AValueThatCannotBeShownFailsItsCellOnly()
    {
        var error = await _session.Error("#r \"Rich.dll\"\nvar x = 3;\nnew Rich.Throwing()");
        Assert.Equal(("FormatException", "cannot be shown"), (error.Name, error.Message));
        Assert.Equal(["System.FormatException: cannot be shown", "   at Rich.Throwing.ToMimeBundle() in Rich.cs, line 38"], error.Traceback);
        error = await _session.Error("display(new Rich.Throwing());");
        Assert.Equal(["System.FormatException: cannot be shown", "   at Rich.Throwing.ToMimeBundle() in Rich.cs, line 38", "   at cell 2, line 1"], error.Traceback);
        Assert.Equal("3", await _session.Value("x"));
        Assert.Equal("[FormatException: cannot be shown]", await _session.Value("new object[] { new Rich.Throwing() }"));
    }

    private async Task<IReadOnlyDictionary<string, string>> Bundle(string expression)
    {
        var result = await _session.Run("#r \"Rich.dll\"\nusing Rich;\nusing TorchSharp;\n" + expression);
        Assert.Null(result.Error);
        return result.Value!;
    }
}
