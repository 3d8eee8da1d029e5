namespace TorchSharp;

/// <summary>Ways to write a tensor as text.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, element type and device alone.</summary>
    Metadata,

    /// <summary>As Julia writes arrays: a line of metadata, then one aligned table for each matrix.</summary>
    Julia,

    /// <summary>As NumPy writes arrays: nested brackets.</summary>
    Numpy,

    /// <summary>As C# writes arrays: nested braces.</summary>
    CSharp,

    /// <summary>The style in <see cref="torch.TensorStringStyle"/>.</summary>
    Default,
}
