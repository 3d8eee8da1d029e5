using Tortue.Cli.Errors;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Running;

/// <summary>A failed cell in words.</summary>
internal static class NotebookFailure
{
    /// <summary>"06-alpha-scaling.ipynb, cell 7, line 3: DivideByZeroException: Attempted to divide by zero."</summary>
    /// <param name="notebook">The notebook as messages show it.</param>
    /// <param name="failure">What failed.</param>
    public static string Describe(string notebook, CellFailure failure) => failure.Line is { } line
        ? RunningText.CellFailedAtLine.With(notebook, failure.CellNumber, line, failure.ErrorName, failure.Message.TrimEnd())
        : RunningText.CellFailed.With(notebook, failure.CellNumber, failure.ErrorName, failure.Message.TrimEnd());
}
