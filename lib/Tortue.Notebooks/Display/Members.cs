using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Tortue.Notebooks.Display;

/// <summary>A public field or property of a type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Get">Reads it off an object.</param>
internal sealed record Member(string Name, Func<object, object?> Get);

/// <summary>What has a key and a value.</summary>
/// <param name="Type">The type that has both.</param>
/// <param name="KeyProperty">The property that is the key.</param>
/// <param name="Value">Reads the value.</param>
internal sealed record Keyed(Type Type, PropertyInfo KeyProperty, Func<object, object?> Value)
{
    /// <summary>Whether an object has them.</summary>
    public bool Holds(object item) => Type.IsInstanceOfType(item);

    /// <summary>Reads the key.</summary>
    public object? Key(object item) => KeyProperty.GetValue(item);
}

/// <summary>What a type shows of itself.</summary>
internal static class Members
{
    private const int MaxCount = 30;
    private const BindingFlags PublicInstance = BindingFlags.Public | BindingFlags.Instance;

    /// <summary>The public fields and readable properties, base types' first, at most 30.</summary>
    public static IReadOnlyList<Member> Of(Type type) => [.. All(type).Take(MaxCount)];

    /// <summary>How many public fields and readable properties there are.</summary>
    public static int CountOf(Type type) => All(type).Count();

    private static IEnumerable<Member> All(Type type)
    {
        var members = new List<(int Depth, int Token, Member Member)>();
        foreach (var property in type.GetProperties(PublicInstance))
        {
            if (property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && IsReadable(property.PropertyType))
                members.Add((DepthOf(property.DeclaringType), property.MetadataToken, new Member(property.Name, property.GetValue)));
        }

        foreach (var field in type.GetFields(PublicInstance))
        {
            if (IsReadable(field.FieldType))
                members.Add((DepthOf(field.DeclaringType), field.MetadataToken, new Member(field.Name, field.GetValue)));
        }

        return members.OrderBy(member => member.Depth).ThenBy(member => member.Token).Select(member => member.Member).DistinctBy(member => member.Name);
    }

    /// <summary>Whether the type is the engine's tensor. A tensor's properties make more tensors: they are never walked.</summary>
    public static bool IsTensor(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.FullName == "TorchSharp.torch+Tensor")
                return true;
        }

        return false;
    }

    /// <summary>Whether somebody wrote a <c>ToString</c> for the type; the compiler's own, of records and anonymous types, does not count.</summary>
    public static bool HasOwnText(Type type)
    {
        if (IsAnonymous(type) || IsRecord(type))
            return false;

        var declaring = type.GetMethod(nameof(ToString), PublicInstance, [])?.DeclaringType;
        return declaring is not null && declaring != typeof(object) && declaring != typeof(ValueType);
    }

    /// <summary>Whether objects of this type are rows of a table: they have members, and nothing shorter to say.</summary>
    public static bool IsRow(Type type) =>
        type != typeof(string) && !type.IsPrimitive && !typeof(IEnumerable).IsAssignableFrom(type) && !typeof(ITuple).IsAssignableFrom(type)
        && !typeof(Delegate).IsAssignableFrom(type) && !typeof(Task).IsAssignableFrom(type) && !typeof(Exception).IsAssignableFrom(type)
        && !typeof(Type).IsAssignableFrom(type) && AsynchronousOf(type) is null && !IsTensor(type) && !HasOwnText(type) && !RichValue.IsRich(type) && Of(type).Count > 0;

    /// <summary>The sequence that has to be awaited, where the type is one.</summary>
    public static Type? AsynchronousOf(Type type) => Implemented(type, typeof(IAsyncEnumerable<>));

    /// <summary>How to read the key and the value off what has both: entries of dictionaries, and groups.</summary>
    public static Keyed? KeyedOf(Type? type)
    {
        if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
            return new Keyed(type, type.GetProperty("Key")!, item => type.GetProperty("Value")!.GetValue(item));

        return type is not null && Implemented(type, typeof(IGrouping<,>)) is { } group ? new Keyed(group, group.GetProperty("Key")!, item => item) : null;
    }

    /// <summary>The length of a sequence that knows it.</summary>
    public static int? CountOf(IEnumerable sequence)
    {
        if (sequence is ICollection collection)
            return collection.Count;

        var counted = Implemented(sequence.GetType(), typeof(IReadOnlyCollection<>)) ?? Implemented(sequence.GetType(), typeof(ICollection<>));
        return counted?.GetProperty("Count")?.GetValue(sequence) as int?;
    }

    /// <summary>Whether the compiler made the type for <c>new { … }</c>.</summary>
    public static bool IsAnonymous(Type type) =>
        type.Name.StartsWith("<>", StringComparison.Ordinal) && type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static Type? Implemented(Type type, Type open) =>
        type.GetInterfaces().FirstOrDefault(known => known.IsGenericType && known.GetGenericTypeDefinition() == open);

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance, [typeof(System.Text.StringBuilder)])
            ?.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) is true
        && type.GetMethod(nameof(ToString), PublicInstance, [])?.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) is true;

    private static bool IsReadable(Type type) => !type.IsByRefLike && !type.IsByRef && !type.IsPointer && !type.IsFunctionPointer;

    private static int DepthOf(Type? type)
    {
        var depth = 0;
        for (var current = type; current is not null; current = current.BaseType)
            depth++;

        return depth;
    }
}
