using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tortue.Notebooks.Display;

/// <summary>Reads a value for display: each getter and each sequence once, to a limited depth and count. What throws is shown, not thrown.</summary>
internal static class ValueReader
{
    /// <summary>How deep values inside values are opened.</summary>
    public const int MaxDepth = 3;

    /// <summary>How many items of a sequence, and columns of a matrix, are shown.</summary>
    public const int MaxCount = 20;

    /// <summary>Reads a value.</summary>
    public static ValueView Read(object? value) => Read(value, 0);

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

    private static ValueView Read(object? value, int depth)
    {
        try
        {
            return Open(value, depth);
        }
        catch (Exception exception) when (IsShown(exception))
        {
            return Failure(exception);
        }
    }

    private static ValueView Open(object? value, int depth)
    {
        switch (value)
        {
            case null:
                return new TextView("null");
            case string text:
                return new TextView(text);
            case bool flag:
                return new TextView(flag ? "true" : "false");
            case byte or sbyte or short or ushort or int or uint or long or ulong or nint or nuint or decimal or Int128 or UInt128:
                return new TextView(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture), IsNumber: true);
            case float or double or Half:
                return new TextView(Number((IFormattable)value, depth), IsNumber: true);
            case Type type:
                return new TextView(TypeName.Of(type));
            case Exception exception:
                return Failure(exception);
            case Task task:
                return new TextView($"{TypeName.Of(task.GetType())} ({task.Status})");
            case Delegate:
                return new TextView(TypeName.Of(value.GetType()));
            case IDictionary dictionary:
                return Dictionary(dictionary, depth);
            case ITuple tuple:
                return Tuple(tuple, depth);
            case Array { Rank: 2 } matrix:
                return Matrix(matrix, depth);
        }

        if (Members.IsTensor(value.GetType()))
            return new TextView(TextOf(() => depth == 0 ? TensorText.Of(value) : value.ToString() ?? ""));

        // Inside something else, a value with its own display says what it is in a line.
        if (depth > 0 && RichValue.TryFormat(value) is { } bundle)
            return new TextView(bundle.GetValueOrDefault("text/plain") ?? TypeName.Of(value.GetType()));

        if (value is IEnumerable sequence)
            return Sequence(sequence, depth);

        if (Members.HasOwnText(value.GetType()))
            return new TextView(TextOf(() => value is IFormattable own ? own.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? ""));

        return Object(value, depth);
    }

    // A lone number is shown to the last digit; among others, in a table or a list, six digits are what a reader takes in.
    private static string Number(IFormattable value, int depth)
    {
        var exact = value.ToString(null, CultureInfo.InvariantCulture);
        var rounded = value.ToString("G6", CultureInfo.InvariantCulture);
        return depth == 0 || exact.Length <= rounded.Length ? exact : rounded;
    }

    private static ValueView Object(object value, int depth)
    {
        var type = value.GetType();
        var members = Members.Of(type);
        if (depth >= MaxDepth || members.Count == 0)
            return new TextView(TypeName.Of(type));

        return new ObjectView(TypeName.Of(type), [.. members.Select(member => (member.Name, ReadMember(member, value, depth)))]);
    }

    private static ValueView ReadMember(Member member, object owner, int depth)
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

    private static ValueView Sequence(IEnumerable sequence, int depth)
    {
        if (depth >= MaxDepth)
            return new TextView(TypeName.Of(sequence.GetType()));

        var (items, more) = Take(sequence);
        var rowType = items.Count > 0 ? items[0]?.GetType() : null;
        return depth < MaxDepth - 1 && rowType is not null && Members.IsRow(rowType) && items.All(item => item?.GetType() == rowType)
            ? Table(items!, Members.Of(rowType), more, depth)
            : new ListView([.. items.Select(item => Read(item, depth + 1))], more);
    }

    private static TableView Table(List<object> items, IReadOnlyList<Member> members, string? more, int depth)
    {
        var rows = items.Select(IReadOnlyList<ValueView> (item) => [.. members.Select(member => ReadMember(member, item, depth + 1))]);
        return new TableView([.. members.Select(member => member.Name)], [.. rows], more);
    }

    private static ValueView Dictionary(IDictionary dictionary, int depth)
    {
        if (depth >= MaxDepth)
            return new TextView(TypeName.Of(dictionary.GetType()));

        var rows = new List<IReadOnlyList<ValueView>>();
        foreach (DictionaryEntry entry in dictionary)
        {
            if (rows.Count == MaxCount)
                break;

            rows.Add([Read(entry.Key, depth + 1), Read(entry.Value, depth + 1)]);
        }

        return new TableView([DisplayText.Key, DisplayText.Value], rows, More(dictionary.Count - rows.Count));
    }

    private static ValueView Tuple(ITuple tuple, int depth)
    {
        if (depth >= MaxDepth)
            return new TextView(TypeName.Of(tuple.GetType()));

        return new ListView([.. Enumerable.Range(0, tuple.Length).Select(index => Read(tuple[index], depth + 1))], null, IsTuple: true);
    }

    private static TableView Matrix(Array matrix, int depth)
    {
        var (height, width) = (matrix.GetLength(0), matrix.GetLength(1));
        var (rowStart, columnStart) = (matrix.GetLowerBound(0), matrix.GetLowerBound(1));
        var rows = Enumerable.Range(0, Math.Min(height, MaxCount)).Select(IReadOnlyList<ValueView> (row) =>
        [
            .. Enumerable.Range(0, Math.Min(width, MaxCount)).Select(column => Read(matrix.GetValue(rowStart + row, columnStart + column), depth + 1)),
        ]);
        var isCut = height > MaxCount || width > MaxCount;
        var more = isCut ? string.Format(CultureInfo.CurrentCulture, DisplayText.MatrixSize, height, width) : null;
        return new TableView([], [.. rows], more);
    }

    /// <summary>The first items; a sequence without a count may have no end, and is not followed further.</summary>
    private static (List<object?> Items, string? More) Take(IEnumerable sequence)
    {
        var items = new List<object?>();
        var hasMore = false;
        foreach (var item in sequence)
        {
            hasMore = items.Count == MaxCount;
            if (hasMore)
                break;

            items.Add(item);
        }

        if (!hasMore)
            return (items, null);

        return (items, Members.CountOf(sequence) is { } count ? More(count - items.Count) : DisplayText.AndMore);
    }

    private static string? More(int count) => count > 0 ? string.Format(CultureInfo.InvariantCulture, DisplayText.More, count) : null;

    private static TextView Failure(Exception exception)
    {
        var shown = exception is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner : exception;
        return new TextView($"{TypeName.Of(shown.GetType())}: {shown.Message}");
    }

    /// <summary>An abort or an interrupt is for the cell, not for the reader of its value.</summary>
    private static bool IsShown(Exception exception) => exception is not (OperationCanceledException or ThreadInterruptedException or ThreadAbortException);
}
