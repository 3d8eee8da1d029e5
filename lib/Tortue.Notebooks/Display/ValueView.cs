namespace Tortue.Notebooks.Display;

/// <summary>A value, read once, ready to be written as text or HTML.</summary>
internal abstract record ValueView;

/// <summary>A value that is one text.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsNumber">Whether columns of it are aligned to the right.</param>
internal sealed record TextView(string Text, bool IsNumber = false) : ValueView;

/// <summary>A sequence.</summary>
/// <param name="Items">The items shown.</param>
/// <param name="More">What says that there are more; null where there are not.</param>
/// <param name="IsTuple">Whether it is a tuple.</param>
internal sealed record ListView(IReadOnlyList<ValueView> Items, string? More, bool IsTuple = false) : ValueView;

/// <summary>Rows with the same columns.</summary>
/// <param name="Columns">The names of the columns; empty where they have none.</param>
/// <param name="Rows">The rows shown.</param>
/// <param name="More">What says that there are more; null where there are not.</param>
/// <param name="Caption">What stands above it; empty for nothing.</param>
internal sealed record TableView(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<ValueView>> Rows, string? More, string Caption = "") : ValueView;

/// <summary>An object with named members.</summary>
/// <param name="TypeName">The type's name; empty for an anonymous type.</param>
/// <param name="Members">The members.</param>
/// <param name="More">What says that there are more; null where there are not.</param>
internal sealed record ObjectView(string TypeName, IReadOnlyList<(string Name, ValueView Value)> Members, string? More) : ValueView;
