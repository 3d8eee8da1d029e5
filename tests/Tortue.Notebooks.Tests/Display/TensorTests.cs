using AngleSharp.Html.Parser;
using TorchSharp;
using Tortue.Notebooks.Display;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Notebooks.Tests.Display;

/// <summary>Tensors of the engine as values: what they are and their first numbers, at a glance.</summary>
public class TensorTests
{
    [Fact]
    public void AMatrixIsATable()
    {
        using var tensor = torch.tensor(new float[] { 1.5f, -2, 1 / 3f, 1e-7f, 1234567, float.NaN }, [2, 3]);
        var html = Html(tensor);
        Assert.Equal("Tensor float32 [2, 3], cpu", html.QuerySelector("caption")!.TextContent);
        Assert.Equal([3, 3], html.QuerySelectorAll("tr").Select(row => row.Children.Length));
        Assert.Equal(["1.5", "-2", "0.33333", "1E-07", "1234567", "NaN"], html.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.All(html.QuerySelectorAll("td"), cell => Assert.Contains("text-align:right", cell.GetAttribute("style"), StringComparison.Ordinal));
        Assert.Equal(-2, tensor[0, 1].item<float>());
    }

    [Fact]
    public void AVectorIsARow()
    {
        using var whole = torch.arange(0, 3);
        Assert.Equal(("Tensor int64 [3], cpu", "012"), (Html(whole).QuerySelector("caption")!.TextContent, string.Concat(Html(whole).QuerySelectorAll("tr td").Select(cell => cell.TextContent))));
        using var flags = torch.tensor(new[] { true, false });
        Assert.Equal(["true", "false"], Html(flags).QuerySelectorAll("td").Select(cell => cell.TextContent));
        using var exact = torch.tensor(new[] { 0.1, 2 });
        Assert.Equal("Tensor float64 [2], cpu", Html(exact).QuerySelector("caption")!.TextContent);
    }

    [Fact]
    public void ALargeOneIsCutAndLivesOn()
    {
        using var tensor = torch.arange(0, 1200).reshape(30, 40);
        var html = Html(tensor);
        Assert.Equal(20, html.QuerySelectorAll("tr").Length);
        Assert.Equal(["40", "41"], html.QuerySelectorAll("tr")[1].Children.Take(2).Select(cell => cell.TextContent));
        Assert.EndsWith("… 30 × 40 in all", html.TextContent, StringComparison.Ordinal);
        Assert.False(tensor.IsInvalid);
        Assert.Equal(1199, tensor[29, 39].item<long>());
    }

    [Fact]
    public void OneWithAGradientOrATransposedOneIsReadAsItStands()
    {
        using var tensor = torch.tensor(new float[] { 1, 2, 3, 4 }, [2, 2], requires_grad: true);
        using var turned = tensor.t();
        Assert.Equal("1324", string.Concat(Html(turned).QuerySelectorAll("td").Select(cell => cell.TextContent)));
        Assert.Equal("1234", string.Concat(Html(tensor).QuerySelectorAll("td").Select(cell => cell.TextContent)));
        Assert.False(tensor.IsInvalid);
    }

    [Theory]
    [InlineData()]
    [InlineData(2L, 3L, 4L)]
    [InlineData(0L, 3L)]
    public void OthersAreText(params long[] shape)
    {
        using var tensor = torch.ones(shape);
        var (type, text) = Assert.Single(ValueFormatter.Format(tensor, []));
        Assert.Equal("text/plain", type);
        Assert.Contains("Float32", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ADisposedOneIsText()
    {
        var tensor = torch.ones(2);
        tensor.Dispose();
        Assert.Equal("disposed tensor", Assert.Single(ValueFormatter.Format(tensor, [])).Value);
    }

    private static AngleSharp.Dom.IElement Html(Tensor tensor) => new HtmlParser().ParseDocument(ValueFormatter.Format(tensor, [])["text/html"]).Body!;
}
