namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Lets the learning rates fall along half a period of a cosine.</summary>
            /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
            /// <param name="T_max">The steps from the largest learning rate to the smallest, above 0.</param>
            /// <param name="eta_min">The smallest learning rate.</param>
            /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
            /// <param name="verbose">Whether to write each new learning rate to the console.</param>
            /// <returns>The schedule.</returns>
            public static LRScheduler CosineAnnealingLR(
                Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>
                /// At step t: eta_min + (lr − eta_min) · (1 + cos(π t / T_max)) / 2, where lr is the learning rate at the start
                /// (Loshchilov and Hutter 2017, equation 5, without restarts). Computed from the current learning rate, so that it goes
                /// together with other schedules.
                /// </summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _length;
                    private readonly double _least;

                    /// <summary>Makes the schedule and sets the first learning rates.</summary>
                    /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
                    /// <param name="T_max">The steps from the largest learning rate to the smallest, above 0.</param>
                    /// <param name="eta_min">The smallest learning rate.</param>
                    /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
                    /// <param name="verbose">Whether to write each new learning rate to the console.</param>
                    public CosineAnnealingLR(
                        Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(T_max);
                        (_length, _least) = (T_max, eta_min);
                        Begin();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0)
                            return Rates((rate, _) => rate);
                        if (_step_count == 1)
                            return get_closed_form_lr();

                        // Where the former rate is the least, the quotient below has nothing to scale.
                        if ((Epoch - 1 - _length) % (2 * _length) == 0)
                            return Rates((rate, start) => rate + ((start - _least) * (1 - Math.Cos(Math.PI / _length)) / 2));

                        var quotient = (1 + Math.Cos(Math.PI * Epoch / _length)) / (1 + Math.Cos(Math.PI * (Epoch - 1) / _length));
                        return Rates((rate, _) => (quotient * (rate - _least)) + _least);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        Rates((_, start) => _least + ((start - _least) * (1 + Math.Cos(Math.PI * Epoch / _length)) / 2));
                }
            }
        }
    }
}
