namespace TorchSharp;

public static partial class torch
{
    /// <summary>The innermost dispose scope of this thread, or null.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.Current;

    /// <summary>Opens a scope that disposes, at the end of a <c>using</c>, the tensors made on this thread in the meantime.</summary>
    /// <returns>The scope, to be disposed.</returns>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.Enter();

    /// <summary>Computes a tensor in a scope of its own, which disposes all intermediate ones.</summary>
    /// <param name="expr">The computation.</param>
    /// <returns>Its result, handed to the surrounding scope.</returns>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }

    public partial class Tensor
    {
        /// <summary>The scope that will dispose this tensor.</summary>
        internal DisposeScope? OwningScope { get; set; }

        /// <summary>Where in the scope's list it stands.</summary>
        internal int PlaceInScope { get; set; }

        /// <summary>Hands the tensor to the scope around the one it belongs to, or to nobody where there is none.</summary>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Hands the tensor to another scope.</summary>
        /// <param name="other">The scope that is to dispose it.</param>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOtherDisposeScope(DisposeScope other)
        {
            if (OwningScope is null)
                other.Attach(this);
            else
                OwningScope.MoveToOther(other, this);
            return this;
        }

        /// <summary>Hands the tensor to the scope that another tensor belongs to.</summary>
        /// <param name="other">The other tensor.</param>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOtherDisposeScope(Tensor other) =>
            other.OwningScope is null ? DetachFromDisposeScope() : MoveToOtherDisposeScope(other.OwningScope);

        /// <summary>Takes the tensor out of its scope: its owner disposes it, or the garbage collector.</summary>
        /// <returns>This tensor.</returns>
        public Tensor DetachFromDisposeScope()
        {
            OwningScope?.Detach(this);
            return this;
        }
    }
}
