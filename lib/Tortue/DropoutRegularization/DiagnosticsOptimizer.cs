namespace Tortue.DropoutRegularization;

/// <summary>What turns gradients into steps in <see cref="DropoutDiagnostics"/>.</summary>
public enum DiagnosticsOptimizer
{
    /// <summary>AdamW, as in the paper's recipe: how long a step is hardly depends on how long the gradients are.</summary>
    AdamW,

    /// <summary>Plain gradient descent with momentum 0.9: a step is as long as the gradients are.</summary>
    Sgd,
}
