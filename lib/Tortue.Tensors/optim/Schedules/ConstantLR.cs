namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Multiplies the learning rates by a factor for the first steps.</summary>
            /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
            /// <param name="factor">The factor, above 0 and at most 1.</param>
            /// <param name="total_iters">The number of steps with the factor.</param>
            /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
            /// <param name="verbose">Whether to write each new learning rate to the console.</param>
            /// <returns>The schedule.</returns>
            public static LRScheduler ConstantLR(
                Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.ConstantLR(optimizer, factor, total_iters, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>
                /// The learning rates at the start times a factor, and from step total_iters on without it.
                /// </summary>
                public class ConstantLR : LRScheduler
                {
                    private readonly double _factor;
                    private readonly int _length;

                    /// <summary>Makes the schedule and sets the first learning rates.</summary>
                    /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
                    /// <param name="factor">The factor, above 0 and at most 1.</param>
                    /// <param name="total_iters">The number of steps with the factor.</param>
                    /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
                    /// <param name="verbose">Whether to write each new learning rate to the console.</param>
                    public ConstantLR(
                        Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (!(factor is > 0 and <= 1))
                        {
                            throw new ArgumentException(
                                "Constant multiplicative factor expected to be greater than 0 and less or equal to 1.", nameof(factor));
                        }

                        (_factor, _length) = (factor, total_iters);
                        Begin();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr() =>
                        Rates((rate, _) => Epoch == 0 ? rate * _factor : Epoch == _length ? rate * (1 / _factor) : rate);

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        Rates((_, start) => Epoch >= _length ? start : start * _factor);
                }
            }
        }
    }
}
