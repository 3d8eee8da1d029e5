using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.CSharp;
using Tortue.Notebooks.Display;

namespace Tortue.Notebooks.Scripting.Magics;

/// <summary>The commands that tell something.</summary>
internal static class InformationCommands
{
    /// <summary>Does a command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="hostName">What the host calls itself.</param>
    /// <param name="cells">The objects of the cells that ran.</param>
    /// <param name="sink">The cell's outputs.</param>
    public static void Do(string name, string hostName, IEnumerable<object> cells, IOutputSink sink)
    {
        switch (name)
        {
            case MagicCommand.Who:
                var names = SessionVariables.Of(cells).Select(variable => variable.Name).ToList();
                sink.OnStream("stdout", (names.Count == 0 ? MagicsText.NoVariables : string.Join(", ", names)) + "\n");
                break;
            case MagicCommand.Whos:
                if (SessionVariables.Rows(cells) is { Length: > 0 } rows)
                    sink.OnDisplay(null, ValueFormatter.Format(rows, []), isUpdate: false);
                else
                    sink.OnStream("stdout", MagicsText.NoVariables + "\n");
                break;
            case MagicCommand.About:
                var language = LanguageVersion.Latest.MapSpecifiedToEffectiveVersion().ToDisplayString();
                sink.OnStream("stdout", Format(MagicsText.AboutText, hostName, language, RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription) + "\n");
                break;
            case MagicCommand.List:
                sink.OnDisplay(null, List(), isUpdate: false);
                break;
            default:
                sink.OnStream("stderr", Format(MagicsText.NotBetween, "#!" + name) + "\n");
                break;
        }
    }

    private static Dictionary<string, string> List()
    {
        var width = MagicCommand.All.Max(command => command.Name.Length) + 2;
        var lines = MagicCommand.All.Select(command => $"{("#!" + command.Name).PadRight(width)}  {command.Description}");
        var rows = MagicCommand.All.Select(command => $"<tr><td><code>#!{command.Name}</code></td><td>{WebUtility.HtmlEncode(command.Description)}</td></tr>");
        return new() { ["text/plain"] = string.Join('\n', lines), ["text/html"] = $"<table>{string.Concat(rows)}</table>" };
    }

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.CurrentCulture, format, values);
}
