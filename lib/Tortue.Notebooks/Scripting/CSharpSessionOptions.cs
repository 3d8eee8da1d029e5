using System.Reflection;
using Tortue.Notebooks.Scripting.Packages;

namespace Tortue.Notebooks.Scripting;

/// <summary>Settings of a <see cref="CSharpSession"/>.</summary>
public sealed record CSharpSessionOptions
{
    /// <summary>
    /// The folder of the notebook: cells run in it, and the paths of <c>#r</c> and <c>#load</c> start there. Default: the process's own.
    /// </summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>
    /// A folder whose assemblies are meant by every <c>#r</c> that ends in the name of one of them, wherever its path leads: a notebook
    /// that was moved away from its course still finds the course's library, and never another. Default: none, and paths mean what they say.
    /// </summary>
    public string? LibraryFolder { get; init; }

    /// <summary>What the checks of exercises draw their inputs from; default: by chance, anew for each check.</summary>
    public int? ExerciseSeed { get; init; }

    /// <summary>
    /// Whether each check of an exercise tells the sink the exercise's solution, for a page that shows solutions. Default: false.
    /// </summary>
    public bool Solutions { get; init; }

    /// <summary>Results of experiments that cells are given in place of a run. Default: none.</summary>
    public ReadyResults Results { get; init; } = ReadyResults.None;

    /// <summary>What the library shows as the host's name. Default: <c>tortue</c> and the version of this assembly.</summary>
    public string HostName { get; init; } = "tortue " + typeof(CSharpSessionOptions).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    /// <summary>
    /// How long an interrupted cell that has asked for its cancellation token, as the library's long runs do, may take to end by itself; any other is
    /// stopped at once. Default: 1 s.
    /// </summary>
    public TimeSpan AbortDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long stopping a cell may take before the session leaves it behind as stuck. Default: 10 s.</summary>
    public TimeSpan GiveUpDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The folder for copies of the assemblies that cells load, so that the built files stay free. Default: <c>tortue/assemblies</c> in the user's
    /// folder for application data.
    /// </summary>
    public string ShadowFolder { get; init; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "tortue", "assemblies");

    /// <summary>
    /// The folder that remembers which files belong to which packages, so that a package that was restored once is there at once. Default:
    /// <c>tortue/packages</c> in the user's folder for application data.
    /// </summary>
    public string PackageFolder { get; init; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "tortue", "packages");

    /// <summary>The program that restores packages. Default: <c>dotnet</c> of the SDK beside the running runtime, of DOTNET_ROOT or of the PATH.</summary>
    public string Dotnet { get; init; } = DotnetProgram.Find();

    /// <summary>What <see cref="Console.ReadLine"/> reads in a cell. Default: none, and reading fails with a sentence that says so.</summary>
    public TextReader? Input { get; init; }
}
