using System.Text.Json;
using Tortue.CriticalPeriods;
using Tortue.Tests.Foundations;
using Xunit;

namespace Tortue.Tests.CriticalPeriods;

[Collection(nameof(OneGenerator))]
public sealed class FisherTrainingTests
{
    private static readonly FisherTrainingOptions Small = new()
    {
        Learner = new() { Examples = 100, TestExamples = 100, Width = 2, LearningRate = 0.05, Decay = 1 },
        Others = [Deficit.LabelPermutation],
        Epochs = 4,
        LiftedAfter = 2,
        Runs = 2,
        Minibatches = 4,
        Threads = 1,
    };

    private static readonly Lazy<FisherTrainingResult> Once = new(() => Run(Small));

    [Fact]
    public void Every_kind_of_network_is_followed_from_the_start_to_the_end()
    {
        var result = Once.Value;

        Assert.Equal(4 * 2, result.Courses.Count);
        Assert.Equal([1UL, 2], result.Of(Deficit.Blur, lifted: true).Select(course => course.Seed));
        Assert.All(result.Courses, course =>
        {
            Assert.Equal([0, 1, 2, 3, 4], course.Looks.Select(look => look.Epoch));
            Assert.Equal(10, course.Layers.Count);
            Assert.Equal(("stem.0", "classifier"), (course.Layers[0], course.Layers[^1]));
            Assert.All(course.Looks, look =>
            {
                Assert.Equal(1, look.Shares().Sum(), 1e-9);
                Assert.True(look.Trace >= look.LayerTraces.Sum() * 0.999 && look.StandardError > 0);
            });
        });
        ResultAssert.SurvivesJson(result);
    }

    [Fact]
    public void Until_the_blur_is_lifted_a_network_is_one_that_is_blurred_all_along()
    {
        var (blur, lifted) = (Once.Value.Of(Deficit.Blur)[0].Looks, Once.Value.Of(Deficit.Blur, lifted: true)[0].Looks);

        Assert.Equal(blur.Take(3).Select(Json), lifted.Take(3).Select(Json));
        Assert.NotEqual(Json(blur[3]), Json(lifted[3]));
        Assert.NotEqual(Json(blur[0]), Json(Once.Value.Of(Deficit.None)[0].Looks[0]));
    }

    [Fact]
    public void On_clean_images_networks_are_the_same_and_their_traces_are_others()
    {
        var (seen, clean) = (Once.Value, Run(Small with { OnCleanImages = true }));

        Assert.Equal(
            seen.Courses.SelectMany(course => course.Looks.Select(look => look.TestAccuracy)),
            clean.Courses.SelectMany(course => course.Looks.Select(look => look.TestAccuracy)));
        Assert.Equal(Json(seen.Of(Deficit.None)), Json(clean.Of(Deficit.None)));
        Assert.NotEqual(Json(seen.Of(Deficit.Blur)), Json(clean.Of(Deficit.Blur)));
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        Assert.Equal(Json(Once.Value.Courses), Json(Run(Small with { Threads = 3 }).Courses));
        Assert.NotEqual(Json(Once.Value.Courses), Json(Run(Small with { Seed = 9 }).Courses));
    }

    [Fact]
    public void The_paper_s_networks_are_followed_layer_by_layer()
    {
        var learner = Small.Learner with { Network = LearnerNetwork.AllConvolutional };

        var result = Run(Small with { Learner = learner, Others = [], Runs = 1 });

        Assert.Equal(9, result.Courses[0].Layers.Count);
        Assert.Contains("All-CNN", result.Figure().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_can_be_drawn()
    {
        var result = Once.Value;

        Assert.Contains("blur until epoch 2", result.Figure().ToJson(), StringComparison.Ordinal);
        Assert.NotEqual(result.Figure().ToJson(), result.Figure(relative: true).ToJson());
        Assert.Contains("guessing", result.Accuracy().ToJson(), StringComparison.Ordinal);
        Assert.Contains("last third", result.Thirds().ToJson(), StringComparison.Ordinal);
        Assert.Contains("heatmap", result.Layers(relative: true).ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        FisherTrainingOptions[] wrong =
        [
            new() { Others = [Deficit.Blur] }, new() { Others = [Deficit.None] }, new() { Others = [Deficit.Noise, Deficit.Noise] },
            new() { Epochs = 3 }, new() { LiftedAfter = 0 }, new() { LiftedAfter = 20 }, new() { Runs = 0 }, new() { Minibatches = 1 },
            new() { Threads = 0 }, new() { Learner = new() { Examples = 99 } },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(options.Validate));
        FisherTrainingOptions.Standard.Validate();
        FisherTrainingOptions.Full.Validate();
    }

    private static FisherTrainingResult Run(FisherTrainingOptions options) =>
        FisherTraining.Run(options, cancellation: TestContext.Current.CancellationToken);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
