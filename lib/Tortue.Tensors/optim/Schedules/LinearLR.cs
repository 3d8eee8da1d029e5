namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Lets a factor of the learning rates go from one number to another in a straight line.</summary>
            /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
            /// <param name="start_factor">The first factor, above 0 and at most 1.</param>
            /// <param name="end_factor">The last factor, from 0 to 1.</param>
            /// <param name="total_iters">The number of steps from one to the other, at least 1.</param>
            /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
            /// <param name="verbose">Whether to write each new learning rate to the console.</param>
            /// <returns>The schedule.</returns>
            public static LRScheduler LinearLR(
                Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1,
                bool verbose = false) =>
                new impl.LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>
                /// The learning rates at the start times a factor that goes from start_factor to end_factor in total_iters steps and
                /// stays there. Computed from the current learning rate, so that it goes together with other schedules.
                /// </summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double _first;
                    private readonly double _last;
                    private readonly int _length;

                    /// <summary>Makes the schedule and sets the first learning rates.</summary>
                    /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
                    /// <param name="start_factor">The first factor, above 0 and at most 1.</param>
                    /// <param name="end_factor">The last factor, from 0 to 1.</param>
                    /// <param name="total_iters">The number of steps from one to the other, at least 1.</param>
                    /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
                    /// <param name="verbose">Whether to write each new learning rate to the console.</param>
                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (!(start_factor is > 0 and <= 1))
                        {
                            throw new ArgumentException(
                                "Starting multiplicative factor expected to be greater than 0 and less or equal to 1.",
                                nameof(start_factor));
                        }

                        if (!(end_factor is >= 0 and <= 1))
                            throw new ArgumentException("Ending multiplicative factor expected to be between 0 and 1.", nameof(end_factor));
                        ArgumentOutOfRangeException.ThrowIfLessThan(total_iters, 1);
                        (_first, _last, _length) = (start_factor, end_factor, total_iters);
                        Begin();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0)
                            return Rates((rate, _) => rate * _first);
                        if (Epoch > _length)
                            return Rates((rate, _) => rate);

                        var former = (_length * _first) + ((Epoch - 1) * (_last - _first));
                        return Rates((rate, _) => rate * (1 + ((_last - _first) / former)));
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        Rates((_, start) => start * (_first + ((_last - _first) * Math.Min(_length, Epoch) / _length)));
                }
            }
        }
    }
}
