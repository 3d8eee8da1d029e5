using Tortue.Charts;
using Xunit;

namespace Tortue.Tests.Charts;

public class InputTests
{
    public static TheoryData<string, Func<Figure>> WrongCalls => new()
    {
        {
            "Line \"β = 1\": x has 3 values but y has 2; give as many of one as of the other.",
            () => new Figure().Line([1, 2, 3], [1, 2], "β = 1")
        },
        { "Scatter: x is empty; give at least one value.", () => new Figure().Scatter(Array.Empty<int>(), [1]) },
        {
            "Band \"b\": x has 2 values but upper has 1; give as many of one as of the other.",
            () => new Figure().Band([1, 2], [1, 2], [3], "b")
        },
        {
            "Band: at index 1 the lower end 5 is above the upper end 4; exchange lower and upper.",
            () => new Figure().Band([1, 2], [1, 5], [3, 4])
        },
        {
            "Heatmap \"accuracy\": z has 2 rows and 3 columns, but y has 3 values and x has 2; "
            + "give one row for each y and one column for each x.",
            () => new Figure().Heatmap([1, 2], [1, 2, 3], new float[2, 3], "accuracy")
        },
        {
            "Contour: the grid has 2 rows and 1 columns; give at least two of each.",
            () => new Figure().Contour([1], [1, 2], new int[2, 1], "loss")
        },
        {
            "Surface \"loss\": z has 2 rows and 2 columns, but y has 3 values and x has 2; "
            + "give one row for each y and one column for each x.",
            () => new Figure().Surface([1, 2], [1, 2, 3], new int[2, 2], "loss")
        },
        {
            "Contour \"loss\": the end 0 has no place on a logarithmic axis; give a positive number.",
            () => new Figure().Contour([1, 2], [1, 2], new int[2, 2], "loss", AxisScale.Log, min: 0)
        },
        {
            "Surface: a surface needs a panel of its own; draw other series, lines and notes in a second figure and place both in a row.",
            () => new Figure().Surface([1, 2], [1, 2], new int[2, 2], "loss").Line([1], [1])
        },
        {
            "SharingYAxis: a panel shows a surface, whose axes are its own; leave the call out.",
            () => Figure.Row(new Figure().Surface([1, 2], [1, 2], new int[2, 2], "loss"), new Figure()).SharingYAxis()
        },
        { "Histogram: min is 2 and max is 1; min must be below max.", () => new Figure().Histogram([1], min: 2, max: 1) },
        {
            "XAxis \"depth L\": the end 0 has no place on a logarithmic axis; give a positive number.",
            () => new Figure().XAxis("depth L", AxisScale.Log, min: 0)
        },
        { "HorizontalLine: value is NaN; give a finite number.", () => new Figure().HorizontalLine(double.NaN) },
        { "Row: 1 figures were given; a row has two to four.", () => Figure.Row(new Figure()) },
        { "WithSlider \"β\": 1 steps were given; give at least two.", () => new Figure().WithSlider("β", [1], _ => new Figure()) },
        {
            "WithAnimation \"t\": two steps have the same label; give each its own.",
            () => new Figure().WithAnimation("t", [("0", new Figure()), ("0", new Figure())])
        },
        {
            "WithAnimation \"t\": the series of step \"1\" are not of the same kinds, in the same order, as those of step \"0\".",
            () => new Figure().WithAnimation("t", [("0", new Figure().Line([1], [1])), ("1", new Figure().Scatter([1], [1]))])
        },
    };

    [Theory]
    [MemberData(nameof(WrongCalls), DisableDiscoveryEnumeration = true)]
    public void WrongInputIsExplainedInOneSentence(string message, Func<Figure> call) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(call).Message);

    [Fact]
    public void ARowIsComplete() =>
        Assert.Throws<InvalidOperationException>(() => Figure.Row(new Figure(), new Figure()).Line([1], [1]));

    [Fact]
    public void AnyKindOfNumberIsTaken()
    {
        var json = new Figure().Line<int, float>([1, 2], [0.5f, 1f]).Scatter<long, decimal>([3], [4m]).Histogram<byte>([1, 2]).ToJson();
        Assert.Contains("\"y\":[0.5,1]", json);
    }
}
