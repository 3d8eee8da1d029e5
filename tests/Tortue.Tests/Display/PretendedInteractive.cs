using System.Reflection;
using System.Reflection.Emit;

namespace Tortue.Tests.Display;

/// <summary>An assembly named as .NET Interactive's, with its display function and nothing else.</summary>
public static class PretendedInteractive
{
    private static readonly Lazy<Assembly> Pretended = new(Build);

    /// <summary>All that was shown: the HTML of each output, replaced when the output was updated.</summary>
    public static List<PretendedOutput> Outputs { get; } = [];

    /// <summary>Makes the process look as if .NET Interactive ran it.</summary>
    public static void Load() => _ = Pretended.Value;

    /// <summary>What the display function does.</summary>
    public static object Display(object value, string[] mimeTypes)
    {
        var output = new PretendedOutput();
        output.Update(value);
        Outputs.Add(output);
        return output;
    }

    private static AssemblyBuilder Build()
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName("Microsoft.DotNet.Interactive") { Version = new Version(1, 2, 3) }, AssemblyBuilderAccess.Run);
        var kernel = assembly.DefineDynamicModule("m").DefineType("Microsoft.DotNet.Interactive.Kernel", TypeAttributes.Public);
        var display = kernel.DefineMethod(
            "display", MethodAttributes.Public | MethodAttributes.Static, typeof(object), [typeof(object), typeof(string[])]);
        var code = display.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Call, typeof(PretendedInteractive).GetMethod(nameof(Display))!);
        code.Emit(OpCodes.Ret);
        kernel.CreateType();
        return assembly;
    }

    /// <summary>An output that can be updated.</summary>
    public sealed class PretendedOutput
    {
        /// <summary>What it shows.</summary>
        public string Html { get; private set; } = "";

        /// <summary>Replaces what it shows.</summary>
        public void Update(object updatedValue) => Html = InteractiveConvention.Format(updatedValue)[0].Text;
    }
}
