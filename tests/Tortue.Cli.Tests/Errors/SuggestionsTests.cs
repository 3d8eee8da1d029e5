using Tortue.Cli.Errors;
using Xunit;

namespace Tortue.Cli.Tests.Errors;

public class SuggestionsTests
{
    // The first four are the textbook's pairs (Wagner and Fischer's distance); a swap of neighbours counts once.
    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("saturday", "sunday", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("same", "same", 0)]
    [InlineData("exprot", "export", 1)]
    [InlineData("ca", "abc", 3)]
    public void DistancesAgreeWithKnownOnes(string a, string b, int expected)
    {
        Assert.Equal(expected, Suggestions.Distance(a, b));
        Assert.Equal(expected, Suggestions.Distance(b, a));
    }

    [Theory]
    [InlineData("exprot", "export")]
    [InlineData("rum", "run")]
    [InlineData("EXPORT", null)]
    [InlineData("publish", null)]
    public void TheNearestWordIsOfferedWhenItIsNear(string word, string? expected) =>
        Assert.Equal(expected, Suggestions.Nearest(word, ["export", "run"]));
}
