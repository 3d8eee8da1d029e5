using TorchSharp;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Golden.Programs;

/// <summary>Operations of programs that are not a call of one method with the same arguments.</summary>
internal static class ProgramOperations
{
    private static readonly Dictionary<string, Func<Tensor[], GoldenProgram.Step, IReadOnlyList<Tensor>, object>> Known = new()
    {
        ["index"] = (x, step, all) => x[0][ProgramArguments.Positions(step.Arguments.GetProperty("at"), all)],
        ["assign"] = Assign,
        ["where"] = (x, _, _) => where(x[0], x[1], x[2]),
        ["where_"] = (x, _, _) => x[0].where(x[1], x[2]),
        ["to"] = (x, step, _) => x[0].to(ProgramInput.TypeNamed(step.Arguments.GetProperty("type").GetString()!)),
    };

    public static bool IsKnown(string name) => Known.ContainsKey(name);

    public static IReadOnlyList<Tensor> Apply(GoldenProgram.Step step, IReadOnlyList<Tensor> variables) =>
        ProgramMethod.Tensors(Known[step.Name]([.. step.Operands.Select(i => variables[i])], step, variables));

    private static Tensor Assign(Tensor[] x, GoldenProgram.Step step, IReadOnlyList<Tensor> all)
    {
        var at = ProgramArguments.Positions(step.Arguments.GetProperty("at"), all);
        if (step.Arguments.TryGetProperty("value", out var value))
        {
            ProgramArguments.TryConvert(value, typeof(Scalar), all, out var number);
            x[0].index_put_((Scalar)number!, at);
        }
        else
        {
            x[0][at] = x[1];
        }

        return x[0];
    }
}
