using System.Text.Json;
using Xunit;

namespace Tortue.Cli.Tests.Clients;

/// <summary>What became of the tests of a Python module.</summary>
/// <param name="Passed">The names of those that passed.</param>
/// <param name="Skipped">Why others were skipped, by their names.</param>
/// <param name="Failed">What went wrong in others, by their names.</param>
internal sealed record Outcomes(string[] Passed, Dictionary<string, string> Skipped, Dictionary<string, string> Failed)
{
    /// <summary>Runs a module that stands beside this file; none of its tests may fail.</summary>
    public static async Task<Outcomes> OfAsync(JupyterFolders jupyter, string python, string module)
    {
        var line = await jupyter.RunAsync(python, Path.Combine(JupyterFolders.Scripts, "outcomes.py"), module);
        var outcomes = JsonSerializer.Deserialize<Outcomes>(line, JsonSerializerOptions.Web)!;
        Assert.True(outcomes.Failed.Count == 0, string.Join('\n', outcomes.Failed.Select(failed => $"{failed.Key}: {failed.Value}")));
        return outcomes;
    }
}
