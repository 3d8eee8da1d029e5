using Tortue.Experiments;

namespace Tortue.Tests.Initialization;

/// <summary>Parts of results that are made up.</summary>
internal static class Made
{
    public static RunRecord Record { get; } = new(1, "made up", "0", default, 0, 1);
}
