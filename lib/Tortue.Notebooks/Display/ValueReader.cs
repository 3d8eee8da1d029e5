using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tortue.Notebooks.Display;

/// <summary>
/// Reads a value for display: each getter and each sequence once, to a limited depth and count, and a limited number of values in all. What throws is
/// shown, not thrown.
/// </summary>
internal sealed partial class ValueReader
{
    /// <summary>How deep values inside values are opened.</summary>
    public const int MaxDepth = 3;

    /// <summary>How many items of a sequence, and columns of a matrix, are shown.</summary>
    public const int MaxCount = 20;

    /// <summary>How many items are shown of a sequence of sequences inside another, and of those in it.</summary>
    public const int MaxInnerCount = 5;

    private readonly ReadingRoom _room = new();

    private ValueReader()
    {
    }

    /// <summary>Reads a value.</summary>
    public static ValueView Read(object? value) => new ValueReader().Read(value, 0);

    /// <summary>A text, or the exception that came instead of it.</summary>
    public static string TextOf(Func<string> text)
    {
        try
        {
            return text();
        }
        catch (Exception exception) when (IsShown(exception))
        {
            return Failure(exception).Text;
        }
    }

    /// <summary>An abort or an interrupt is for the cell, not for the reader of its value.</summary>
    public static bool IsShown(Exception exception) => exception is not (OperationCanceledException or ThreadInterruptedException or ThreadAbortException);

    private ValueView Read(object? value, int depth)
    {
        _room.Take();
        try
        {
            return Scalar(value, depth) ?? Inside(value!, depth);
        }
        catch (Exception exception) when (IsShown(exception))
        {
            return Failure(exception);
        }
    }

    private static TextView? Scalar(object? value, int depth) => value switch
    {
        null => new TextView("null"),
        string text => new TextView(ReadingRoom.Cut(text, depth)),
        bool flag => new TextView(flag ? "true" : "false"),
        byte or sbyte or short or ushort or int or uint or long or ulong or nint or nuint or decimal or Int128 or UInt128 =>
            new TextView(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), IsNumber: true),
        float or double or Half => new TextView(Number((IFormattable)value, depth), IsNumber: true),
        Type type => new TextView(TypeName.Of(type)),
        Exception exception => Failure(exception),
        Task task => new TextView($"{TypeName.Of(task.GetType())} ({task.Status})"),
        Delegate => new TextView(TypeName.Of(value.GetType())),
        _ when Members.IsTensor(value.GetType()) => new TextView(TextOf(() => depth == 0 ? TensorText.Of(value) : value.ToString() ?? "")),

        // Inside something else, a value with its own display says what it is in a line.
        _ when depth > 0 && RichValue.TryFormat(value) is { } bundle =>
            new TextView(ReadingRoom.Cut(bundle.GetValueOrDefault("text/plain") ?? TypeName.Of(value.GetType()), depth)),
        _ => null,
    };

    private ValueView Inside(object value, int depth)
    {
        if (!_room.Enter(value))
            return new TextView(string.Format(CultureInfo.InvariantCulture, DisplayText.Again, TypeName.Of(value.GetType())));

        try
        {
            return Open(value, depth);
        }
        finally
        {
            _room.Leave(value);
        }
    }

    private ValueView Open(object value, int depth)
    {
        switch (value)
        {
            case IDictionary dictionary:
                return Dictionary(dictionary, depth);
            case ITuple tuple:
                return Tuple(tuple, depth);
            case Array { Rank: 2 } matrix:
                return Matrix(matrix, depth);
            case System.Data.DataTable table:
                return DataTable(table, depth);
            case IEnumerable sequence:
                return Sequence(sequence, depth);
        }

        var type = value.GetType();
        if (Members.AsynchronousOf(type) is { } asynchronous)
            return new TextView(string.Format(CultureInfo.InvariantCulture, DisplayText.Asynchronous, TypeName.Of(asynchronous)));

        if (Members.HasOwnText(type))
            return new TextView(ReadingRoom.Cut(TextOf(() => value is IFormattable own ? own.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? ""), depth));

        return Object(value, depth);
    }

    // A lone number is shown to the last digit; among others, in a table or a list, six digits are what a reader takes in.
    private static string Number(IFormattable value, int depth)
    {
        var exact = value.ToString(null, CultureInfo.InvariantCulture);
        var rounded = value.ToString("G6", CultureInfo.InvariantCulture);
        return depth == 0 || exact.Length <= rounded.Length ? exact : rounded;
    }

    private ValueView Object(object value, int depth)
    {
        var type = value.GetType();
        var members = Members.Of(type);
        if (depth >= MaxDepth || members.Count == 0)
            return new TextView(TypeName.Of(type));

        var shown = new List<(string Name, ValueView Value)>();
        foreach (var member in members.TakeWhile(_ => _room.HasRoom))
            shown.Add((member.Name, ReadMember(member, value, depth)));

        return new ObjectView(TypeName.Of(type), shown, More(Members.CountOf(type) - shown.Count));
    }

    private ValueView ReadMember(Member member, object owner, int depth)
    {
        try
        {
            return Read(member.Get(owner), depth + 1);
        }
        catch (Exception exception) when (IsShown(exception))
        {
            return Failure(exception);
        }
    }

    private static string? More(int count) => count > 0 ? string.Format(CultureInfo.InvariantCulture, DisplayText.More, count) : null;

    private static TextView Failure(Exception exception)
    {
        var shown = exception is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner : exception;
        return new TextView($"{TypeName.Of(shown.GetType())}: {shown.Message}");
    }
}
