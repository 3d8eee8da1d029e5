namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Something with two decay rates, of which a schedule may change the first as if it were a momentum.</summary>
        public interface IBetas
        {
            /// <summary>The decay rates of the running means of the gradients and of their squares.</summary>
            (double, double) Betas { get; set; }
        }
    }
}
