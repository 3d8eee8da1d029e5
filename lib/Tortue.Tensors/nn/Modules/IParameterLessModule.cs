namespace TorchSharp.Modules;

/// <summary>Says that a module has no parts, of whatever inputs it is a function.</summary>
public interface IParameterLessModule
{
}
