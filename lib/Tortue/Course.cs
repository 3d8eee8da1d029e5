using System.Runtime.InteropServices;
using Tortue.Display;

namespace Tortue;

/// <summary>The course that the notebooks accompany.</summary>
public static class Course
{
    /// <summary>What runs this notebook: the versions of the library, its tensor engine, the front end and .NET. The first cell of each
    /// chapter.</summary>
    public static SetupReport About() => new(
        Versions.Of(typeof(Course).Assembly),
        Engine(),
        NotebookHost.Name,
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}",
        Environment.ProcessorCount);

    // The reference to a type of the engine's also makes its namespaces visible to notebooks, whose first cell loads this assembly alone.
    private static string Engine()
    {
        var engine = typeof(TorchSharp.torch).Assembly;
        return $"{engine.GetName().Name} {Versions.Of(engine)}";
    }
}
