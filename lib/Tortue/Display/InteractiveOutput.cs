using System.Reflection;

namespace Tortue.Display;

/// <summary>An output of .NET Interactive, whose display function is found by its name in the process.</summary>
internal sealed class InteractiveOutput : IOutput
{
    private readonly MethodInfo _display;
    private object? _displayed;

    private InteractiveOutput(MethodInfo display) => _display = display;

    /// <summary>An output if .NET Interactive runs this code.</summary>
    public static InteractiveOutput? TryFind()
    {
        var display = FrontEnds.Loaded(FrontEnds.Interactive)?
            .GetType("Microsoft.DotNet.Interactive.Kernel")?
            .GetMethod("display", BindingFlags.Public | BindingFlags.Static, [typeof(object), typeof(string[])]);
        return display is null ? null : new InteractiveOutput(display);
    }

    public void Show(IReadOnlyDictionary<string, string> bundle) =>
        _displayed = _display.Invoke(null, [new Shown(bundle), Array.Empty<string>()]);

    public void Update(IReadOnlyDictionary<string, string> bundle)
    {
        if (_displayed?.GetType().GetMethod("Update", [typeof(object)]) is { } update)
            update.Invoke(_displayed, [new Shown(bundle)]);
    }

    /// <summary>.NET Interactive cannot take an output away: it is left empty.</summary>
    public void Remove() => Update(new Dictionary<string, string> { [MimeTypes.Html] = "", [MimeTypes.PlainText] = "" });

    /// <summary>A bundle as a value, for which .NET Interactive finds the formatter.</summary>
    [TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
    internal sealed class Shown(IReadOnlyDictionary<string, string> bundle) : IMimeBundle
    {
        public IReadOnlyDictionary<string, string> ToMimeBundle() => bundle;
    }
}
