using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Golden.Programs;

/// <summary>A public method that a step of a program can mean: every overload and every twin whose parameters fit is one.</summary>
internal sealed class ProgramMethod
{
    private static readonly Dictionary<string, string> Symbols = new()
    {
        ["+"] = "op_Addition",
        ["-"] = "op_Subtraction",
        ["*"] = "op_Multiply",
        ["/"] = "op_Division",
        ["%"] = "op_Modulus",
        ["&"] = "op_BitwiseAnd",
        ["|"] = "op_BitwiseOr",
        ["^"] = "op_ExclusiveOr",
        ["~"] = "op_OnesComplement",
        ["neg-"] = "op_UnaryNegation",
        ["<"] = "op_LessThan",
        ["<="] = "op_LessThanOrEqual",
        [">"] = "op_GreaterThan",
        [">="] = "op_GreaterThanOrEqual",
        ["=="] = "op_Equality",
        ["!="] = "op_Inequality",
    };

    private readonly object? _self;
    private readonly object?[] _arguments;

    private ProgramMethod(MethodInfo method, object? self, object?[] arguments) =>
        (Method, _self, _arguments) = (method, self, arguments);

    public MethodInfo Method { get; }

    /// <summary>All methods that a step can mean, instance methods first.</summary>
    public static IEnumerable<ProgramMethod> Fitting(
        string name, IReadOnlyList<int> operands, JsonElement arguments, IReadOnlyList<Tensor> variables)
    {
        var tensors = operands.Select(i => variables[i]).ToList();
        foreach (var method in Named(name))
        {
            if (method.IsGenericMethodDefinition || method.GetParameters().Any(p => p.ParameterType.IsByRefLike))
                continue;
            var self = method.IsStatic || tensors.Count == 0 ? null : tensors[0];
            if (!method.IsStatic && self is null)
                continue;
            if (Bound(method.GetParameters(), method.IsStatic ? tensors : tensors[1..], arguments, variables) is { } bound)
                yield return new ProgramMethod(method, self, bound);
        }
    }

    /// <summary>Calls the method; tuples and lists give several results, truth values and numbers a tensor without dimensions.</summary>
    public IReadOnlyList<Tensor> Call() => Leftovers.Watch($"{Method.DeclaringType!.Name}.{Method.Name}", CallWithoutScope);

    /// <summary>Calls the method as <see cref="Call"/> does, but in the scope at hand, or in none.</summary>
    public IReadOnlyList<Tensor> CallWithoutScope()
    {
        try
        {
            return Tensors(Method.Invoke(_self, _arguments));
        }
        catch (TargetInvocationException error) when (error.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(error.InnerException);
            throw;
        }
    }

    /// <summary>The object that a factory makes.</summary>
    public object Make() => Method.Invoke(_self, _arguments)!;

    private static IEnumerable<MethodInfo> Named(string name)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (name.StartsWith("F.", StringComparison.Ordinal))
            return typeof(torch.nn.functional).GetMethods(Public).Where(m => m.Name == name[2..]);
        if (name.StartsWith("nn.", StringComparison.Ordinal))
            return typeof(torch.nn).GetMethods(Public).Where(m => m.Name == name[3..]);
        var turned = name[0] == 'r' && Symbols.ContainsKey(name[1..]);
        if (Symbols.TryGetValue(turned ? name[1..] : name, out var symbol))
        {
            return typeof(Tensor).GetMethods(Public)
                .Where(m => m.Name == symbol && (m.GetParameters()[0].ParameterType == typeof(Tensor)) != turned);
        }

        var property = typeof(Tensor).GetProperty(name, Public)?.GetMethod;
        return typeof(Tensor).GetMethods(Public).Where(m => m.Name == name && !m.IsStatic)
            .Concat(property is null ? [] : [property])
            .Concat(typeof(torch).GetMethods(Public).Where(m => m.Name == name));
    }

    private static object?[]? Bound(
        ParameterInfo[] parameters, List<Tensor> tensors, JsonElement arguments, IReadOnlyList<Tensor> variables)
    {
        var values = new object?[parameters.Length];
        var names = parameters.Select(p => p.Name!).ToList();
        var named = new Dictionary<string, JsonElement>();
        var positional = new List<JsonElement>();
        if (arguments.ValueKind == JsonValueKind.Object)
        {
            foreach (var argument in arguments.EnumerateObject())
            {
                if (argument.Name == "args")
                    positional.AddRange(argument.Value.EnumerateArray());
                else if (ProgramArguments.NameIn(names, argument.Name) is { } here)
                    named.Add(here, argument.Value);
                else
                    return null;
            }
        }

        var (nextTensor, nextPosition) = (0, 0);
        for (var i = 0; i < parameters.Length; i++)
        {
            var type = parameters[i].ParameterType;
            if (named.TryGetValue(parameters[i].Name!, out var json))
            {
                if (!ProgramArguments.TryConvert(json, type, variables, out values[i]))
                    return null;
            }
            else if (type == typeof(Tensor) && nextTensor < tensors.Count)
            {
                values[i] = tensors[nextTensor++];
            }
            else if (type.IsAssignableFrom(typeof(Tensor[])) && type != typeof(object))
            {
                values[i] = tensors[nextTensor..].ToArray();
                nextTensor = tensors.Count;
            }
            else if (nextPosition < positional.Count
                && ProgramArguments.TryConvert(positional[nextPosition], type, variables, out values[i]))
            {
                nextPosition++;
            }
            else if (type == typeof(long[]) && parameters[i].IsDefined(typeof(ParamArrayAttribute)) && positional.Count > nextPosition
                && All(positional[nextPosition..]) is { } rest)
            {
                values[i] = rest;
                nextPosition = positional.Count;
            }
            else if (parameters[i].HasDefaultValue)
            {
                var missing = parameters[i].DefaultValue;
                values[i] = missing is null && type.IsValueType ? Activator.CreateInstance(type) : missing;
            }
            else
            {
                return null;
            }
        }

        return nextTensor == tensors.Count && nextPosition == positional.Count ? values : null;
    }

    private static long[]? All(List<JsonElement> numbers) =>
        numbers.All(n => n.ValueKind == JsonValueKind.Number && n.TryGetInt64(out _)) ? [.. numbers.Select(n => n.GetInt64())] : null;

    internal static IReadOnlyList<Tensor> Tensors(object? result) => result switch
    {
        Tensor one => [one],
        IEnumerable<Tensor> several => [.. several],
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => (Tensor)tuple[i]!)],
        bool truth => [tensor(truth)],
        long number => [tensor(number)],
        double number => [tensor(number)],
        IEnumerable other => [.. other.Cast<Tensor>()],
        _ => throw new InvalidOperationException($"{result} is no result."),
    };
}
