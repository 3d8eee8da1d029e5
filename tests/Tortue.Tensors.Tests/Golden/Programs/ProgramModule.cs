using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using TorchSharp;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Golden.Programs;

/// <summary>Steps that make a module of torch.nn, fill its parameters as modules.py does, and call it.</summary>
internal static class ProgramModule
{
    public static bool IsModule(string name) => name.StartsWith("nn.", StringComparison.Ordinal);

    /// <summary>The arguments of the factory: without the mode, which is set afterwards.</summary>
    public static JsonElement Own(GoldenProgram.Step step)
    {
        if (!IsModule(step.Name) || step.Arguments.ValueKind != JsonValueKind.Object || !step.Arguments.TryGetProperty("train", out _))
            return step.Arguments;
        var own = JsonNode.Parse(step.Arguments.GetRawText())!.AsObject();
        own.Remove("train");
        return own.Deserialize<JsonElement>();
    }

    public static IReadOnlyList<Tensor> Apply(
        GoldenProgram.Step step, List<Tensor> variables, List<Tensor> leaves, int way, HashSet<MethodInfo> called)
    {
        var inputs = step.Operands.Select(i => variables[i]).ToArray();
        var factory = ProgramMethod.Fitting(step.Name, [], Own(step), variables).ElementAtOrDefault(way)
            ?? throw new MissingMethodException($"No public factory {step.Name} takes {step.Arguments}.");
        called.Add(factory.Method);
        var module = (torch.nn.Module)Unwrapped(factory.Make);
        Fill(module, inputs.FirstOrDefault(x => x.is_floating_point())?.dtype ?? float32);
        module.train(step.Arguments.ValueKind != JsonValueKind.Object
            || !step.Arguments.TryGetProperty("train", out var train)
            || train.GetBoolean());
        leaves.AddRange(module.parameters());

        var call = module.GetType().GetMethods().First(m => m.Name == "call" && m.GetParameters().Length == inputs.Length);
        var results = Leftovers.Watch(step.Name, () => Unwrapped(() => call.Invoke(module, [.. inputs])!));
        return [.. results, .. module.named_buffers().Select(b => b.buffer.clone())];
    }

    private static void Fill(torch.nn.Module module, ScalarType type)
    {
        if (type != float32)
            module.to(type);
        using var noGradient = no_grad();
        foreach (var (position, parameter) in module.named_parameters().Index())
        {
            var count = (int)parameter.parameter.numel();
            var values = Enumerable.Range(0, count).Select(n => ProgramInput.Value(n, 10 + position, "f8", "u")).ToArray();
            parameter.parameter.copy_(tensor(values, parameter.parameter.shape, float64));
        }
    }

    private static object Unwrapped(Func<object> call)
    {
        try
        {
            return call();
        }
        catch (TargetInvocationException error) when (error.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(error.InnerException);
            throw;
        }
    }
}
