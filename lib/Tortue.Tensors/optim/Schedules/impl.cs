namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>The classes of the schedules; the functions of the same names make them.</summary>
            public static partial class impl
            {
            }
        }
    }
}
