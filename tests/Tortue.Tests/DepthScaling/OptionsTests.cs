using Tortue.DepthScaling;
using Xunit;

namespace Tortue.Tests.DepthScaling;

public class OptionsTests
{
    public static TheoryData<Action, string> Wrong => new()
    {
        { new DepthGrowthOptions { Betas = [] }.Validate, "The list of exponents β must hold at least one, each only once." },
        { new DepthGrowthOptions { Betas = [1, 1] }.Validate, "The list of exponents β must hold at least one, each only once." },
        { new DepthGrowthOptions { Depths = [10] }.Validate, "The list of depths L must hold at least two, in ascending order." },
        { new DepthGrowthOptions { Depths = [10, 5] }.Validate, "The list of depths L must hold at least two, in ascending order." },
        { new DepthGrowthOptions { Depths = [0, 5] }.Validate, "The depth L must be between 1 and 100000, not 0." },
        { new DepthGrowthOptions { Networks = 1 }.Validate, "The number of networks must be between 2 and 100000, not 1." },
        { new DepthGrowthOptions { Threads = 0 }.Validate, "The number of threads must be at least 1, not 0." },
        { new ScalingRegimesOptions { Threads = 0 }.Validate, "The number of threads must be at least 1, not 0." },
        { new NormDistributionOptions { Networks = 19 }.Validate, "The number of networks must be between 20 and 100000, not 19." },
        { new NormDistributionOptions { Network = new() { Width = 0 } }.Validate, "The width d must be between 1 and 4096, not 0." },
        { new NormPathsOptions { Networks = 0 }.Validate, "The number of networks for each β must be between 1 and 100, not 0." },
        { new NormPathsOptions { Betas = [-1] }.Validate, "The exponent β of α_L = L^(−β) must be a finite number of at least 0, not -1." },
        { new BoundTightnessOptions { Widths = [] }.Validate, "The list of widths d must hold at least one, in ascending order." },
        { new BoundTightnessOptions { Widths = [0] }.Validate, "The width d must be between 1 and 4096, not 0." },
        {
            new BoundTightnessOptions { Deltas = [0.5, 1] }.Validate,
            "The list of probabilities δ must hold at least two, in ascending order, strictly between 0 and 1."
        },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void WrongSettingsAreRefusedInOneSentence(Action validate, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(validate).Message);

    [Fact]
    public void EveryPresetIsValid()
    {
        DepthGrowthOptions.Quick.Validate();
        DepthGrowthOptions.Standard.Validate();
        DepthGrowthOptions.Full.Validate();
        NormDistributionOptions.Quick.Validate();
        NormDistributionOptions.Standard.Validate();
        NormDistributionOptions.Full.Validate();
        ScalingRegimesOptions.Quick.Validate();
        ScalingRegimesOptions.Standard.Validate();
        ScalingRegimesOptions.Full.Validate();
        NormPathsOptions.Quick.Validate();
        NormPathsOptions.Standard.Validate();
        NormPathsOptions.Full.Validate();
        BoundTightnessOptions.Quick.Validate();
        BoundTightnessOptions.Standard.Validate();
        BoundTightnessOptions.Full.Validate();
    }
}
