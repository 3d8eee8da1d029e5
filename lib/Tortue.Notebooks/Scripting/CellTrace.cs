using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Tortue.Notebooks.Display;

namespace Tortue.Notebooks.Scripting;

/// <summary>Tells an exception of a cell: type, message, and the calls that are the user's or a library's, with the lines of the cells.</summary>
internal static partial class CellTrace
{
    private const int MaxFrames = 30;
    private const int MaxInner = 4;

    /// <summary>Describes an exception.</summary>
    /// <param name="exception">What the cell threw.</param>
    /// <param name="cellName">The name under which the cell was compiled.</param>
    public static CellError Describe(Exception exception, string cellName)
    {
        var shown = Unwrap(exception);
        var traceback = new List<string>();
        var title = TitleOf(shown);
        var (inner, depth) = (shown, 0);
        while (true)
        {
            traceback.AddRange(title.Split('\n').Select(line => line.TrimEnd('\r')));
            traceback.AddRange(FramesOf(inner).Take(MaxFrames));
            if (inner.InnerException is not { } next || ++depth > MaxInner)
                break;

            inner = next;
            title = Format(ScriptingText.CausedBy, TitleOf(inner));
        }

        return new CellError(NameOf(shown.GetType()), shown.Message, traceback, LineIn(shown, cellName));
    }

    /// <summary>The exception that the user's code threw, out of what reflection and tasks wrap around it.</summary>
    private static Exception Unwrap(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        _ => exception,
    };

    private static string TitleOf(Exception exception)
    {
        string message;
        try
        {
            message = exception.Message;
        }
        catch (Exception failure)
        {
            message = failure.GetType().Name;
        }

        return $"{exception.GetType().FullName?.Split('+')[^1]}: {message}";
    }

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    private static int? LineIn(Exception exception, string cellName)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            var line = new StackTrace(current, fNeedFileInfo: true).GetFrames()
                .FirstOrDefault(frame => frame.GetFileName() == cellName && frame.GetFileLineNumber() > 0)?.GetFileLineNumber();
            if (line is not null)
                return line;
        }

        return null;
    }

    private static IEnumerable<string> FramesOf(Exception exception)
    {
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            var file = FileOf(frame);
            if (file == CSharpSession.PreludeName || frame.GetMethod() is not { } method || IsPlumbing(method))
                continue;

            var line = frame.GetFileLineNumber();
            var place = file is null || line == 0 ? null : Format(ScriptingText.FramePlace, file, line);
            var name = NameOf(method);
            if (name is null && place is not null)
                yield return Format(ScriptingText.FrameTopLevel, place);
            else if (name is not null)
                yield return place is null ? Format(ScriptingText.FrameTopLevel, name) : Format(ScriptingText.Frame, name, place);
        }
    }

    /// <summary>The name of a cell, or of a file without its folder: where a library was built is of no use to the reader.</summary>
    private static string? FileOf(StackFrame frame) => frame.GetFileName() is { } file ? file[(file.LastIndexOfAny(['/', '\\']) + 1)..] : null;

    /// <summary>Frames of the host, of awaiting and of reflection: true, and of no use to the reader.</summary>
    private static bool IsPlumbing(MethodBase method)
    {
        var type = method.DeclaringType;
        if (type is null || method.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false) || type.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false))
            return true;

        var space = type.Namespace ?? "";
        return type.Assembly == typeof(CellTrace).Assembly
            || space is "System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices" or "System.Reflection"
            || type.FullName is "System.Runtime.ControlledExecution" or "System.Threading.ExecutionContext" or "System.Threading.Thread"
                or "System.RuntimeMethodHandle"
            || method.Name is "<Factory>" or "<Main>";
    }

    /// <summary>A method as the user wrote it; null for the top level of a cell.</summary>
    private static string? NameOf(MethodBase method)
    {
        var type = method.DeclaringType!;
        var (name, isLambda, isStateMachine) = (method.Name, false, false);
        if (name == "MoveNext" && GeneratedName().Match(type.Name) is { Success: true } machine)
            (name, type, isStateMachine) = (machine.Groups["method"].Value, type.DeclaringType!, true);

        // What the compiler makes of local functions and lambdas holds their method's name in angle brackets.
        if (LocalFunctionName().Match(name) is { Success: true } local)
            name = local.Groups["local"].Value;
        else if (GeneratedName().Match(name) is { Success: true } lambda)
            (name, isLambda) = (lambda.Groups["method"].Value, true);

        while (type.Name.StartsWith('<') && type.DeclaringType is { } outer)
            type = outer;

        var isTopLevel = type.Name.StartsWith("Submission#", StringComparison.Ordinal);
        if (isTopLevel && name is "<Initialize>")
            return isLambda ? ScriptingText.Lambda : null;

        var fullName = isTopLevel ? name : $"{QualifiedName(type)}.{name}";
        if (isLambda)
            return Format(ScriptingText.LambdaIn, fullName);

        var parameters = method.GetParameters().Select(parameter => $"{TypeName.Of(parameter.ParameterType)} {parameter.Name}");
        return isStateMachine ? fullName : $"{fullName}({string.Join(", ", parameters)})";
    }

    private static string QualifiedName(Type type)
    {
        var name = NameOf(type);
        return type.DeclaringType is { } outer
            ? outer.Name.StartsWith("Submission#", StringComparison.Ordinal) ? name : $"{QualifiedName(outer)}.{name}"
            : string.IsNullOrEmpty(type.Namespace) ? name : $"{type.Namespace}.{name}";
    }

    private static string Format(string format, params object?[] values) => string.Format(CultureInfo.CurrentCulture, format, values);

    [GeneratedRegex("^<(?<method>.*)>(d|b)_")]
    private static partial Regex GeneratedName();

    [GeneratedRegex(@"^<.*>g__(?<local>[^|]*)\|")]
    private static partial Regex LocalFunctionName();
}
