namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Lowers the learning rates when what is watched has not become better for some time.</summary>
            /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
            /// <param name="mode">“min” where less is better, “max” where more is.</param>
            /// <param name="factor">The factor, below 1.</param>
            /// <param name="patience">How many steps without becoming better are let pass.</param>
            /// <param name="threshold">By how much something has to be better to count.</param>
            /// <param name="threshold_mode">“rel” for a share of the best, “abs” for a difference.</param>
            /// <param name="cooldown">How many steps after a reduction are not counted.</param>
            /// <param name="min_lr">The smallest learning rate of each group; null for zero.</param>
            /// <param name="eps">Smaller reductions are not made.</param>
            /// <param name="verbose">Whether to write each new learning rate to the console.</param>
            /// <returns>The schedule, whose step is given what is watched.</returns>
            public static LRScheduler ReduceLROnPlateau(
                Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false) =>
                new impl.ReduceLROnPlateau(
                    optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps, verbose);

            public static partial class impl
            {
                /// <summary>Multiplies the learning rates by a factor when what is watched has not become better for some time.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly Func<double, double, bool> _better;
                    private readonly double _factor;
                    private readonly int _patience;
                    private readonly int _cooldown;
                    private readonly double[] _least;
                    private readonly double _epsilon;

                    private double _best;
                    private int _badSteps;
                    private int _cooling;

                    /// <summary>Makes the schedule; the learning rates stay as they are.</summary>
                    /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
                    /// <param name="mode">“min” where less is better, “max” where more is.</param>
                    /// <param name="factor">The factor, below 1.</param>
                    /// <param name="patience">How many steps without becoming better are let pass.</param>
                    /// <param name="threshold">By how much something has to be better to count.</param>
                    /// <param name="threshold_mode">“rel” for a share of the best, “abs” for a difference.</param>
                    /// <param name="cooldown">How many steps after a reduction are not counted.</param>
                    /// <param name="min_lr">The smallest learning rate of each group; null for zero.</param>
                    /// <param name="eps">Smaller reductions are not made.</param>
                    /// <param name="verbose">Whether to write each new learning rate to the console.</param>
                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                        string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8,
                        bool verbose = false)
                        : base(optimizer, 0, verbose)
                    {
                        if (!(factor < 1))
                            throw new ArgumentException("Factor should be < 1.0.", nameof(factor));
                        _best = mode == "max" ? double.NegativeInfinity : double.PositiveInfinity;
                        _better = (mode, threshold_mode) switch
                        {
                            ("min", "rel") => (now, best) => now < best * (1 - threshold),
                            ("min", "abs") => (now, best) => now < best - threshold,
                            ("max", "rel") => (now, best) => now > best * (1 + threshold),
                            ("max", "abs") => (now, best) => now > best + threshold,
                            ("min" or "max", _) => throw new ArgumentException($"threshold mode {threshold_mode} is unknown!"),
                            _ => throw new ArgumentException($"mode {mode} is unknown!"),
                        };
                        (_factor, _patience, _cooldown, _epsilon) = (factor, patience, cooldown, eps);
                        _least = OneForEachGroup(min_lr, 0, nameof(min_lr));
                    }

                    /// <summary>Not for this schedule, which has to be given what is watched.</summary>
                    /// <exception cref="InvalidOperationException">Always.</exception>
                    public override void step() => throw NothingToWatch();

                    /// <summary>Not for this schedule, which has to be given what is watched.</summary>
                    /// <param name="epoch">The number of the step.</param>
                    /// <exception cref="InvalidOperationException">Always.</exception>
                    public override void step(int? epoch) => throw NothingToWatch();

                    /// <summary>Looks at what is watched, and lowers the learning rates when it stays bad for too long.</summary>
                    /// <param name="current">What is watched, such as the loss on held-out data.</param>
                    /// <param name="epoch">The number of the step; null for the next one.</param>
                    public override void step(double current, int? epoch = null)
                    {
                        _step_count++;
                        Epoch = epoch ?? (Epoch + 1);
                        if (_better(current, _best))
                            (_best, _badSteps) = (current, 0);
                        else
                            _badSteps++;

                        if (_cooling > 0)
                        {
                            _cooling--;
                            _badSteps = 0;
                        }

                        var reduces = _badSteps > _patience;
                        if (reduces)
                            (_cooling, _badSteps) = (_cooldown, 0);
                        SetAll(Rates((rate, _, group) =>
                        {
                            var reduced = Math.Max(rate * _factor, _least[group]);
                            return reduces && rate - reduced > _epsilon ? reduced : rate;
                        }));
                    }

                    private static InvalidOperationException NothingToWatch() => new(
                        "ReduceLROnPlateau looks at a value: call step(current) with a double, such as the loss on held-out data.");
                }
            }
        }
    }
}
