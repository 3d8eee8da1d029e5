using Tortue.Charts;
using Xunit;

namespace Tortue.Tests.Charts;

public class ChartTextTests
{
    [Theory]
    [InlineData("α_L", "α<sub>L</sub>")]
    [InlineData("‖h_L − h_0‖ / ‖h_0‖", "‖h<sub>L</sub> − h<sub>0</sub>‖ / ‖h<sub>0</sub>‖")]
    [InlineData("h_{k+1}", "h<sub>k+1</sub>")]
    [InlineData("h_10 and h_1a", "h<sub>10</sub> and h_1a")]
    [InlineData("L^{−2β}, ‖h‖^2, 10^-3", "L<sup>−2β</sup>, ‖h‖<sup>2</sup>, 10<sup>-3</sup>")]
    [InlineData("kernel_size of my_file_name", "kernel_size of my_file_name")]
    [InlineData("a < b & c > d", "a &lt; b &amp; c &gt; d")]
    [InlineData("w^l_1", "w<sup>l</sup><sub>1</sub>")]
    [InlineData("</script>", "&lt;/script&gt;")]
    public void IndicesAreSetAndTheRestStandsForItself(string text, string expected) => Assert.Equal(expected, ChartText.Markup(text));

    [Fact]
    public void LongTextsAreBrokenBetweenWords()
    {
        Assert.Equal("one two<br>three", ChartText.Format("one two three", 8));
        Assert.Equal("unbreakablelongword", ChartText.Format("unbreakablelongword", 8));
        Assert.Equal("a<br>x<sub>k\u00A0+\u00A01</sub>", ChartText.Format("a x_{k + 1}", 8));
        Assert.Equal(2, ChartText.LineCount("one two three", 8));
        Assert.Equal(0, ChartText.LineCount("", 8));
    }
}
