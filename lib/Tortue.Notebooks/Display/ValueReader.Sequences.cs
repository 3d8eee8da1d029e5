using System.Collections;
using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tortue.Notebooks.Display;

internal sealed partial class ValueReader
{
    private ValueView Sequence(IEnumerable sequence, int depth)
    {
        if (depth >= MaxDepth)
            return Unopened(sequence);

        var (items, count) = Take(sequence, depth);
        if (depth < MaxDepth - 1 && items.Count > 0)
        {
            if (Members.KeyedOf(items[0]?.GetType()) is { } keyed && items.TrueForAll(item => item is not null && keyed.Holds(item)))
                return Rows([DisplayText.Key, DisplayText.Value], items, count, item => [keyed.Key(item!), keyed.Value(item!)], depth);

            if (items.TrueForAll(item => item is IDictionary { Count: > 0 } row && row.Keys.Cast<object>().All(key => key is string)))
                return Records(items, count, depth);

            var type = items[0]?.GetType();
            if (type is not null && Members.IsRow(type) && items.TrueForAll(item => item?.GetType() == type))
            {
                var members = Members.Of(type);
                return Table([.. members.Select(member => member.Name)], items, count, item => members.Select(member => ReadMember(member, item!, depth + 1)));
            }
        }

        var views = new List<ValueView>();
        foreach (var item in items.TakeWhile(_ => _room.HasRoom))
            views.Add(Read(item, depth + 1));

        var more = More(count, views.Count);
        return (depth == 0 ? Aligned(views, more) : null) ?? (ValueView)new ListView(views, more);
    }

    /// <summary>Lists of numbers of one length, and tuples, stand below each other.</summary>
    private static TableView? Aligned(List<ValueView> views, string? more)
    {
        if (views is not [ListView { Items.Count: > 0 } first, _, ..]
            || !views.TrueForAll(view => view is ListView list && list.IsTuple == first.IsTuple && list.Items.Count == first.Items.Count
                && list.Items.All(item => item is TextView text && (list.IsTuple || text.IsNumber))))
            return null;

        var rows = views.Cast<ListView>().Select(IReadOnlyList<ValueView> (list) => list.More is null ? list.Items : [.. list.Items, new TextView(list.More)]);
        return new TableView([], [.. rows], more);
    }

    /// <summary>Dictionaries as rows: what a file of records becomes.</summary>
    private TableView Records(List<object?> items, int? count, int depth)
    {
        var rows = items.Cast<IDictionary>().ToList();
        var columns = rows.SelectMany(row => row.Keys.Cast<string>()).Distinct().Take(MaxCount).ToList();
        return Table(columns, items, count, item => columns.Select(column =>
            ((IDictionary)item!).Contains(column) ? Read(((IDictionary)item)[column], depth + 2) : new TextView("")));
    }

    private TableView DataTable(DataTable table, int depth)
    {
        var columns = table.Columns.Cast<DataColumn>().Take(MaxCount).ToList();
        return Table(
            [.. columns.Select(column => column.ColumnName)],
            [.. table.Rows.Cast<object?>().Take(MaxCount)],
            table.Rows.Count,
            row => columns.Select(column => ((DataRow)row!)[column] is DBNull ? new TextView("") : Read(((DataRow)row)[column], depth + 2)));
    }

    private ValueView Dictionary(IDictionary dictionary, int depth)
    {
        if (depth >= MaxDepth)
            return Unopened(dictionary);

        var entries = new List<object?>();
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entries.Count == MaxCount)
                break;

            entries.Add(entry);
        }

        return Rows([DisplayText.Key, DisplayText.Value], entries, dictionary.Count, item => [((DictionaryEntry)item!).Key, ((DictionaryEntry)item!).Value], depth);
    }

    private TableView Rows(IReadOnlyList<string> columns, List<object?> items, int? count, Func<object?, IEnumerable<object?>> cells, int depth) =>
        Table(columns, items, count, item => cells(item).Select(cell => Read(cell, depth + 1)));

    private TableView Table(IReadOnlyList<string> columns, List<object?> items, int? count, Func<object?, IEnumerable<ValueView>> cells)
    {
        var rows = new List<IReadOnlyList<ValueView>>();
        foreach (var item in items.TakeWhile(_ => _room.HasRoom))
            rows.Add([.. cells(item)]);

        return new TableView(columns, rows, More(count, rows.Count));
    }

    private ValueView Tuple(ITuple tuple, int depth)
    {
        if (depth >= MaxDepth)
            return new TextView(TypeName.Of(tuple.GetType()));

        return new ListView([.. Enumerable.Range(0, tuple.Length).Select(index => Read(tuple[index], depth + 1))], null, IsTuple: true);
    }

    private ValueView Matrix(Array matrix, int depth)
    {
        if (depth >= MaxDepth)
            return new TextView(TypeName.Of(matrix.GetType()));

        var (height, width) = (matrix.GetLength(0), matrix.GetLength(1));
        var (rowStart, columnStart) = (matrix.GetLowerBound(0), matrix.GetLowerBound(1));
        var rows = new List<IReadOnlyList<ValueView>>();
        for (var row = 0; row < Math.Min(height, MaxCount) && _room.HasRoom; row++)
        {
            var at = row;
            rows.Add([.. Enumerable.Range(0, Math.Min(width, MaxCount)).Select(column => Read(matrix.GetValue(rowStart + at, columnStart + column), depth + 1))]);
        }

        var isCut = height > rows.Count || width > MaxCount;
        return new TableView([], rows, isCut ? string.Format(CultureInfo.CurrentCulture, DisplayText.MatrixSize, height, width) : null);
    }

    /// <summary>The first items, and how many there are; a sequence without a count may have no end, and is not followed further.</summary>
    private static (List<object?> Items, int? Count) Take(IEnumerable sequence, int depth)
    {
        var items = new List<object?>();
        foreach (var item in sequence)
        {
            var isInner = depth == MaxDepth - 1 || (depth > 0 && items.Count > 0 && items[0] is IEnumerable and not string);
            if (items.Count == (isInner ? MaxInnerCount : MaxCount))
                return (items, Members.CountOf(sequence));

            items.Add(item);
        }

        return (items, items.Count);
    }

    private static TextView Unopened(IEnumerable sequence)
    {
        var name = TypeName.Of(sequence.GetType());
        return new TextView(Members.CountOf(sequence) is { } count ? $"{name} ({count})" : name);
    }

    private static string? More(int? count, int shown) => count is { } known ? More(known - shown) : DisplayText.AndMore;
}
