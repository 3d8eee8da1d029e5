using System.Runtime.InteropServices;
using Tortue.Display;

namespace Tortue;

/// <summary>The course that the notebooks accompany.</summary>
public static class Course
{
    // By name, since which of the two engines is there is decided when the library is built.
    private static readonly string[] Engines = ["Tortue.Tensors", "TorchSharp"];

    /// <summary>What runs this notebook: the versions of the library, its tensor engine, the front end and .NET. The first cell of each chapter.</summary>
    public static SetupReport About() => new(
        Versions.Of(typeof(Course).Assembly),
        Engine(),
        NotebookHost.Name,
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}",
        Environment.ProcessorCount);

    private static string Engine()
    {
        var torch = Engines.Select(name => Type.GetType($"TorchSharp.torch, {name}")).FirstOrDefault(type => type is not null);
        return torch is null ? DisplayText.NoEngine : $"{torch.Assembly.GetName().Name} {Versions.Of(torch.Assembly)}";
    }
}
