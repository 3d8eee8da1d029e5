using System.Globalization;
using System.Text.Json;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using Style = TorchSharp.TensorStringStyle;

namespace Tortue.Tensors.Tests.Tensors;

/// <summary>
/// The styles of text, letter for letter as TorchSharp 0.107 writes them in the invariant culture (torchsharp-text.json, of its own output).
/// </summary>
public class TorchSharpTextTests
{
    private static readonly Dictionary<string, Dictionary<string, string>> Texts =
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Tensors", "torchsharp-text.json")))!;

    private static readonly Dictionary<string, Func<Tensor>> Makers = new()
    {
        ["tensor(2.5f)"] = () => tensor(2.5f),
        ["tensor(3)"] = () => tensor(3),
        ["tensor(7L)"] = () => tensor(7L),
        ["tensor(true)"] = () => tensor(true),
        ["tensor(1e-9)"] = () => tensor(1e-9),
        ["tensor(new[]{1f,2.5f,-3f})"] = () => tensor(new[] { 1f, 2.5f, -3f }),
        ["arange(4)"] = () => arange(4),
        ["tensor(new[]{true,false})"] = () => tensor(new[] { true, false }),
        ["arange(12f).reshape(3,4)/7"] = () => arange(12, dtype: float32).reshape(3, 4) / 7,
        ["float64 [[1e-8,1e8],[NaN,-inf]]"] = () =>
            tensor(new[] { 1e-8, 1e8, double.NaN, double.NegativeInfinity }).reshape(2, 2),
        ["arange(12).reshape(2,2,3)"] = () => arange(12).reshape(2, 2, 3),
        ["arange(16f).reshape(2,2,2,2)"] = () => arange(16, dtype: float32).reshape(2, 2, 2, 2),
        ["zeros(0)"] = () => zeros(0),
        ["zeros(0,3)"] = () => zeros(0, 3),
        ["zeros(2,0)"] = () => zeros(2, 0),
        ["arange(200f)"] = () => arange(200, dtype: float32),
        ["arange(2000f).reshape(100,20)"] = () => arange(2000, dtype: float32).reshape(100, 20),
        ["arange(60).reshape(2,30)"] = () => arange(60).reshape(2, 30),
        ["ones(2,2,requires_grad)"] = () => ones(2, 2, requires_grad: true),
        ["uint8"] = () => tensor(new byte[] { 1, 2, 255 }),
        ["bool 2x2"] = () => tensor(new[] { true, false, false, true }).reshape(2, 2),
        ["[1e5,1e-5]"] = () => tensor(new[] { 1e5f, 1e-5f }),
        ["[123456.789f, 1f]"] = () => tensor(new[] { 123456.789f, 1f }),
        ["[0,0,1]"] = () => tensor(new[] { 0f, 0, 1 }),
        ["int 2x2 wide"] = () => tensor(new[] { 1, 100000, -5, 0 }).reshape(2, 2),
        ["Parameter [1,2]"] = () => torch.nn.Parameter(tensor(new[] { 1f, 2f })),
    };

    public static TheoryData<string> Names => [.. Makers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryStyleIsTorchSharps(string name)
    {
        var tensor = Makers[name]();
        Assert.Equal(Texts.Keys.Where(key => !key.StartsWith("options", StringComparison.Ordinal)), Makers.Keys);
        foreach (var (style, text) in Texts[name])
            Assert.Equal((style, text), (style, Written(tensor, Enum.Parse<Style>(style), null, null)));
    }

    [Fact]
    public void FormatsAndWidthsToo()
    {
        var tensor = (arange(6, dtype: float32) / 7).reshape(2, 3);
        var texts = Texts["options: (arange(6f)/7).reshape(2,3)"];
        Assert.Equal(12, texts.Count);
        foreach (var (how, text) in texts)
        {
            // "Julia, fltFormat 0.00, width null"
            var parts = how.Split(", ");
            var format = parts[1]["fltFormat ".Length..];
            var width = parts[2]["width ".Length..];
            Assert.Equal((how, text), (how, Written(
                tensor, Enum.Parse<Style>(parts[0]), format == "null" ? null : format, width == "null" ? null : int.Parse(width))));
        }
    }

    [Fact]
    public void PrintOptionsAreKept()
    {
        var x = arange(8, dtype: float32) / 3;
        try
        {
            set_printoptions(precision: 2, maxColumns: 4);
            Assert.Equal("[0.00, 0.33, ... 2.00, 2.33]", Written(x, Style.Numpy, null, null));
            set_printoptions(precision: 1, linewidth: 24, sci_mode: true);
            Assert.Contains("3.3E-001 ...", Written(x, Style.Julia, null, null));
            set_printoptions(style: Style.Numpy, floatFormat: "0.#", newLine: "|", maxRows: 2);
            Assert.Equal("[[0, 0.3]|...|[2, 2.3]]", x.reshape(4, 2).str(cultureInfo: CultureInfo.InvariantCulture).Replace("| ", "|"));
            Assert.ThrowsAny<ArgumentException>(() => torch.TensorStringStyle = Style.Default);
        }
        finally
        {
            set_printoptions(Style.Julia, "g5", 100, "\n", 6, 6);
        }

        Assert.Equal(Texts["arange(4)"]["Julia"], Written(arange(4), Style.Default, null, null));
    }

    [Fact]
    public void LongTablesShowBothEnds()
    {
        Engine.OnlyOurs("writes every row");
        var text = arange(60000 * 3).reshape(60000, 3).jlstr();
        Assert.Equal(22, text.Count(letter => letter == '\n'));
        Assert.Contains("\n ...\n", text);
        Assert.EndsWith("179997 179998 179999\n", text);
        Assert.Equal(20, zeros(100, 2, 2).jlstr().Split(",..,..] =").Length - 1);
    }

    private static string Written(Tensor tensor, Style style, string? format, int? width) =>
        tensor.ToString(style, format, width, CultureInfo.InvariantCulture, "\n");
}
