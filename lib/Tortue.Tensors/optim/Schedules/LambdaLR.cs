namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Multiplies the learning rates at the start by a function of the step.</summary>
            /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
            /// <param name="lr_lambda">The function, for all groups.</param>
            /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
            /// <param name="verbose">Whether to write each new learning rate to the console.</param>
            /// <returns>The schedule.</returns>
            public static LRScheduler LambdaLR(
                Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.LambdaLR(optimizer, lr_lambda, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>
                /// At each step, the learning rates at the start times a function of the step's number, from 0.
                /// </summary>
                public class LambdaLR : LRScheduler
                {
                    private readonly Func<int, double>[] _factors;

                    /// <summary>Makes the schedule and sets the first learning rates.</summary>
                    /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
                    /// <param name="lr_lambda">The function, for all groups.</param>
                    /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
                    /// <param name="verbose">Whether to write each new learning rate to the console.</param>
                    public LambdaLR(
                        Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentNullException.ThrowIfNull(lr_lambda);
                        _factors = OneForEachGroup(null, lr_lambda, nameof(lr_lambda));
                        Begin();
                    }

                    /// <summary>Makes the schedule and sets the first learning rates.</summary>
                    /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
                    /// <param name="lr_lambdas">A function for each group.</param>
                    /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
                    /// <param name="verbose">Whether to write each new learning rate to the console.</param>
                    public LambdaLR(
                        Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentNullException.ThrowIfNull(lr_lambdas);
                        _factors = OneForEachGroup(lr_lambdas, _ => 1, nameof(lr_lambdas));
                        Begin();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() => Rates((_, start, group) => start * _factors[group](Epoch));
                }
            }
        }
    }
}
