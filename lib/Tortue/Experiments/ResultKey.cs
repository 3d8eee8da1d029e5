using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tortue.Data;

namespace Tortue.Experiments;

/// <summary>What a kept result must agree in to stand for a run: experiment, settings, data, and the builds of library and engine.</summary>
internal static class ResultKey
{
    private const int Digits = 32;

    /// <summary>
    /// This build of library and engine in 16 hexadecimal digits: another build may compute other numbers under the same version.
    /// </summary>
    public static string Build { get; } = Digest(
        typeof(ResultKey).Module.ModuleVersionId.ToString(), typeof(TorchSharp.torch).Module.ModuleVersionId.ToString())[..16];

    /// <summary>The key of a run: the build, and a digest of the rest.</summary>
    /// <param name="result">The type of the experiment's result.</param>
    /// <param name="options">Its settings.</param>
    public static string Of(Type result, object options) =>
        $"{Build}-{Digest([result.FullName!, Settings(options), .. Files(options)])}";

    /// <summary>
    /// The settings as JSON, without the number of threads, which decides how long a run takes and not what it finds.
    /// </summary>
    /// <param name="options">An options record.</param>
    public static string Settings(object options)
    {
        var json = JsonSerializer.SerializeToNode(options, options.GetType(), ExperimentJson.Options)!.AsObject();
        json.Remove("threads");
        return json.ToJsonString();
    }

    // The files of the real images that the settings ask for, by name, size and time.
    private static IEnumerable<string> Files(object options) =>
        from setting in ExperimentSettings.Of(options.GetType())
        where setting.Property.PropertyType == typeof(ImageSource)
        let source = (ImageSource)setting.Path.Aggregate(options, (record, property) => property.GetValue(record)!)
        from path in ImageSets.Files(source)
        let file = new FileInfo(path)
        select Text.Format("{0} {1} {2}", file.FullName, file.Length, file.LastWriteTimeUtc.Ticks);

    private static string Digest(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..Digits];
}
