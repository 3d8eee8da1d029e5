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
        EngineName,
        NotebookHost.Name,
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}",
        Environment.ProcessorCount)
    {
        ResultCache = Experiments.ResultCache.OfHost()?.Describe(),
    };

    /// <summary>Name and version of the tensor engine, for example "Tortue.Tensors 0.1.0".</summary>
    /// <remarks>The reference to a type of the engine's also makes its namespaces visible to notebooks, whose first cell loads this
    /// assembly alone.</remarks>
    internal static string EngineName
    {
        get
        {
            var engine = typeof(TorchSharp.torch).Assembly;
            return $"{engine.GetName().Name} {Versions.Of(engine)}";
        }
    }
}
