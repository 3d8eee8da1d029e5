namespace TorchSharp;

public static partial class torch
{
    /// <summary>Building blocks of networks: modules, their initialisation, and the functions that they compute.</summary>
    public static partial class nn
    {
        /// <summary>What becomes of the losses of the single examples.</summary>
        public enum Reduction : long
        {
            /// <summary>All are returned.</summary>
            None = 0,

            /// <summary>They are averaged.</summary>
            Mean = 1,

            /// <summary>They are added up.</summary>
            Sum = 2,
        }

        /// <summary>Functions without parameters of their own.</summary>
        public static partial class functional
        {
        }

        /// <summary>Fills tensors with first values, in place and without a record in the history.</summary>
        public static partial class init
        {
        }
    }

    /// <summary>Optimisers: what turns gradients into steps.</summary>
    public static partial class optim
    {
    }
}
