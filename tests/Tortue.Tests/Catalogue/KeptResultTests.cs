using System.Collections;
using System.Reflection;
using Tortue.Catalogue;
using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.Catalogue;

/// <summary>A kept result is the one that was measured: in every field, in its figure, in its verdict.</summary>
[Collection(nameof(OneGenerator))]
public sealed class KeptResultTests
{
    public static TheoryData<string> Names => [.. ExperimentCatalogue.All.Select(experiment => experiment.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_result_of_every_experiment_survives_being_kept(string name)
    {
        var experiment = ExperimentCatalogue.All.Single(each => each.Name == name);
        var result = experiment.Run(SmallSettings.Of(name), null, null, TestContext.Current.CancellationToken);

        var entry = ResultEntry.Of(result);
        Assert.NotNull(entry);
        var kept = experiment.Read(ResultEntry.Parse(entry.Write())!.Result);

        Assert.Equal(result.Figure().ToJson(), kept.Figure().ToJson());
        Assert.Equal(result.Verdict(), kept.Verdict());
        AssertSame(result, kept, name);
    }

    // The fields, also private ones: what is not written would be lost without a word.
    private static void AssertSame(object? expected, object? actual, string where)
    {
        if (expected is null || actual is null || expected.GetType().IsPrimitive || expected is string or Enum or DateTimeOffset)
        {
            Assert.True(Equals(expected, actual), $"{where}: {expected} became {actual}.");
        }
        else if (expected is IEnumerable items)
        {
            object?[] left = [.. items.Cast<object?>()], right = [.. ((IEnumerable)actual).Cast<object?>()];
            Assert.True(left.Length == right.Length, $"{where}: {left.Length} items became {right.Length}.");
            foreach (var (index, item) in left.Index())
                AssertSame(item, right[index], $"{where}[{index}]");
        }
        else
        {
            Assert.Equal(expected.GetType(), actual.GetType());
            for (var type = expected.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
                foreach (var field in type.GetFields(Own))
                    AssertSame(field.GetValue(expected), field.GetValue(actual), $"{where}.{field.Name}");
            }
        }
    }
}
