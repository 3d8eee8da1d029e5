using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.Foundations;

/// <summary>What every result of an experiment must do.</summary>
internal static class ResultAssert
{
    /// <summary>A result that is written and read back draws the same figure and says the same verdict.</summary>
    public static void SurvivesJson<T>(T result)
        where T : IExperimentResult
    {
        var read = ExperimentJson.Read<T>(ExperimentJson.Write(result));

        Assert.Equal(ExperimentJson.Write(result), ExperimentJson.Write(read));
        Assert.Equal(result.Figure().ToJson(), read.Figure().ToJson());
        Assert.Equal(result.Verdict(), read.Verdict());
    }
}
