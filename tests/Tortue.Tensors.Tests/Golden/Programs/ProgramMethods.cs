using System.Reflection;

namespace Tortue.Tensors.Tests.Golden.Programs;

/// <summary>Names of public methods, for the list of what programs have called.</summary>
internal static class ProgramMethods
{
    /// <summary>Such as Tensor.sum(Int64 dim, Boolean keepdim).</summary>
    public static string Signature(MethodInfo method) =>
        $"{method.DeclaringType!.Name}.{method.Name}(" +
        $"{string.Join(", ", method.GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}"))})";
}
