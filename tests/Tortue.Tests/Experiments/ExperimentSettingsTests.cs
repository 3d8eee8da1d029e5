using Tortue.DepthScaling;
using Tortue.Experiments;
using Tortue.Foundations;
using Tortue.Models;
using Xunit;

namespace Tortue.Tests.Experiments;

public sealed class ExperimentSettingsTests
{
    private static readonly DepthGrowthOptions Growth = DepthGrowthOptions.Quick;

    [Fact]
    public void A_record_inside_a_record_stands_for_its_properties()
    {
        var names = ExperimentSettings.Of(typeof(DepthGrowthOptions)).Select(setting => setting.Name);

        string[] expected =
        [
            "betas", "depths", "networks", "network.model", "network.activation", "network.law", "network.path", "network.width",
            "network.depth", "network.beta", "network.inputSize", "seed", "threads",
        ];
        Assert.Equal(expected, names);
    }

    [Fact]
    public void Values_become_what_they_are_in_the_record()
    {
        Assert.Equal([10, 100], With("depths", "10,100").Depths);
        Assert.Equal([0.25, 1], With("betas", "[0.25, 1]").Betas);
        Assert.Equal(7, With("networks", "7").Networks);
        Assert.Equal(64, With("network.width", "64").Network.Width);
        Assert.Equal(WeightLaw.Normal, With("network.law", "normal").Network.Law);
        Assert.Equal(Activation.LeakyRelu(0.5), With("network.activation", "leaky_relu(0.5)").Network.Activation);
        Assert.Equal(ulong.MaxValue, With("seed", "18446744073709551615").Seed);
        Assert.Equal(Growth.Network.InputSize, With("network.width", "64").Network.InputSize);
        Assert.Equal(40, Growth.Network.Width);
    }

    [Theory]
    [InlineData("networks", "many", "networks takes a whole number, at most 2147483647, not 'many'.")]
    [InlineData("networks", "2.5", "networks takes a whole number, at most 2147483647, not '2.5'.")]
    [InlineData("networks", "99999999999", "networks takes a whole number, at most 2147483647, not '99999999999'.")]
    [InlineData("networks", "1, \"seed\": 2", "networks takes a whole number, at most 2147483647, not '1, \"seed\": 2'.")]
    [InlineData("networks", "", "networks takes a whole number, at most 2147483647, not ''.")]
    [InlineData("seed", "-1", "seed takes a whole number from 0, not '-1'.")]
    [InlineData("depths", "10;100", "depths takes whole numbers, separated by commas, not '10;100'.")]
    [InlineData("betas", "half", "betas takes numbers, separated by commas, not 'half'.")]
    [InlineData("network.beta", "null", "network.beta takes a number, not 'null'.")]
    [InlineData("network.law", "cauchy", "network.law takes one of Uniform, Normal, not 'cauchy'.")]
    public void A_value_of_another_type_is_refused_with_what_is_expected(string name, string value, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<ArgumentException>(() => With(name, value)).Message);

    [Fact]
    public void A_type_with_a_sentence_of_its_own_says_it()
    {
        var refused = Assert.Throws<ArgumentException>(() => With("network.activation", "swish"));
        Assert.Equal(Assert.Throws<ArgumentException>(() => Activation.Parse("swish")).Message, refused.Message);
    }

    [Fact]
    public void A_list_of_words_is_written_without_quotation_marks()
    {
        var type = typeof(IReadOnlyList<Activation>);
        Assert.Equal("""["relu","leaky_relu(0.5)"]""", SettingText.ToJson(type, "relu, leaky_relu(0.5)"));
        Assert.Equal(SettingText.ToJson(type, "relu,tanh"), SettingText.ToJson(type, "[relu,tanh]"));
        Assert.Equal("words, separated by commas", SettingText.Expected(type));
    }

    [Fact]
    public void The_number_of_repetitions_is_marked()
    {
        Assert.Equal("networks", Assert.Single(ExperimentSettings.Of(typeof(DepthGrowthOptions)), one => one.IsRepetitions).Name);
        Assert.DoesNotContain(ExperimentSettings.Of(typeof(RangeTestOptions)), one => one.IsRepetitions);
    }

    private static DepthGrowthOptions With(string name, string value) => (DepthGrowthOptions)ExperimentSettings.With(
        Growth, ExperimentSettings.Of(typeof(DepthGrowthOptions)).Single(setting => setting.Name == name), value);
}
