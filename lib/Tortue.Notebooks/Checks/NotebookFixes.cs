namespace Tortue.Notebooks.Checks;

/// <summary>What has been mended in a notebook.</summary>
/// <param name="Equations">Equations that got another number.</param>
/// <param name="EquationReferences">References to equations that got another number.</param>
/// <param name="Citations">Citations that got another number.</param>
/// <param name="Entries">Entries of the references that were added or rewritten.</param>
/// <param name="StrippedCells">Cells that lost their outputs and counts.</param>
public sealed record NotebookFixes(int Equations, int EquationReferences, int Citations, int Entries, int StrippedCells)
{
    /// <summary>Whether anything has been changed.</summary>
    public bool Any => Equations + EquationReferences + Citations + Entries + StrippedCells > 0;
}
