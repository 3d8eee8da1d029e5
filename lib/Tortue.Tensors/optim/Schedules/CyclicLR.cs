namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Lets the learning rates rise and fall again and again, and the momentum the other way round.</summary>
            /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
            /// <param name="base_lr">The smallest learning rate.</param>
            /// <param name="max_lr">The largest learning rate.</param>
            /// <param name="step_size_up">The number of steps up, at least 1.</param>
            /// <param name="step_size_down">The number of steps down; −1 for as many as up.</param>
            /// <param name="mode">What becomes of the heights of the cycles, without a scaling function.</param>
            /// <param name="gamma">The factor for each step with ExpRange.</param>
            /// <param name="scale_fn">A scaling function of one's own; null for that of the mode.</param>
            /// <param name="scale_mode">What a scaling function of one's own is given.</param>
            /// <param name="cycle_momentum">Whether the momentum goes down and up meanwhile.</param>
            /// <param name="base_momentum">The smallest momentum.</param>
            /// <param name="max_momentum">The largest momentum.</param>
            /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
            /// <param name="verbose">Whether to write each new learning rate to the console.</param>
            /// <returns>The schedule.</returns>
            public static LRScheduler CyclicLR(
                Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                double max_momentum = 0.9, int last_epoch = -1, bool verbose = false) =>
                new impl.CyclicLR(optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode,
                    cycle_momentum, base_momentum, max_momentum, last_epoch, verbose);

            /// <summary>Lets the learning rates rise and fall again and again, and the momentum the other way round.</summary>
            /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
            /// <param name="base_lr">The smallest learning rate of each group.</param>
            /// <param name="max_lr">The largest learning rate of each group.</param>
            /// <param name="step_size_up">The number of steps up, at least 1.</param>
            /// <param name="step_size_down">The number of steps down; −1 for as many as up.</param>
            /// <param name="mode">What becomes of the heights of the cycles, without a scaling function.</param>
            /// <param name="gamma">The factor for each step with ExpRange.</param>
            /// <param name="scale_fn">A scaling function of one's own; null for that of the mode.</param>
            /// <param name="scale_mode">What a scaling function of one's own is given.</param>
            /// <param name="cycle_momentum">Whether the momentum goes down and up meanwhile.</param>
            /// <param name="base_momentum">The smallest momentum of each group; null for 0.8.</param>
            /// <param name="max_momentum">The largest momentum of each group; null for 0.9.</param>
            /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
            /// <param name="verbose">Whether to write each new learning rate to the console.</param>
            /// <returns>The schedule.</returns>
            public static LRScheduler CyclicLR(
                Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                int step_size_down = -1, impl.CyclicLR.Mode mode = impl.CyclicLR.Mode.Triangular, double gamma = 1,
                Func<double, double>? scale_fn = null, impl.CyclicLR.ScaleMode scale_mode = impl.CyclicLR.ScaleMode.Cycle,
                bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                int last_epoch = -1, bool verbose = false) =>
                new impl.CyclicLR(optimizer, base_lr, max_lr, step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode,
                    cycle_momentum, base_momentum, max_momentum, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>
                /// Cyclical learning rates (Smith 2017): in straight lines from base_lr up to max_lr and back, each cycle's height scaled
                /// by a function. The momentum goes down and up meanwhile.
                /// </summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly CycledMomentum? _momentum;
                    private readonly double[] _largest;
                    private readonly double _cycle;
                    private readonly double _rising;
                    private readonly Func<double, double> _scale;
                    private readonly ScaleMode _scaleMode;

                    /// <summary>Makes the schedule and sets the first learning rates.</summary>
                    /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
                    /// <param name="base_lr">The smallest learning rate.</param>
                    /// <param name="max_lr">The largest learning rate.</param>
                    /// <param name="step_size_up">The number of steps up, at least 1.</param>
                    /// <param name="step_size_down">The number of steps down; −1 for as many as up.</param>
                    /// <param name="mode">What becomes of the heights of the cycles, without a scaling function.</param>
                    /// <param name="gamma">The factor for each step with ExpRange.</param>
                    /// <param name="scale_fn">A scaling function of one's own; null for that of the mode.</param>
                    /// <param name="scale_mode">What a scaling function of one's own is given.</param>
                    /// <param name="cycle_momentum">Whether the momentum goes down and up meanwhile.</param>
                    /// <param name="base_momentum">The smallest momentum.</param>
                    /// <param name="max_momentum">The largest momentum.</param>
                    /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
                    /// <param name="verbose">Whether to write each new learning rate to the console.</param>
                    public CyclicLR(
                        Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8,
                        double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, OfEachGroup(optimizer, base_lr), OfEachGroup(optimizer, max_lr), step_size_up, step_size_down,
                            mode, gamma, scale_fn, scale_mode, cycle_momentum, OfEachGroup(optimizer, base_momentum),
                            OfEachGroup(optimizer, max_momentum), last_epoch, verbose)
                    {
                    }

                    /// <summary>Makes the schedule and sets the first learning rates.</summary>
                    /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
                    /// <param name="base_lr">The smallest learning rate of each group.</param>
                    /// <param name="max_lr">The largest learning rate of each group.</param>
                    /// <param name="step_size_up">The number of steps up, at least 1.</param>
                    /// <param name="step_size_down">The number of steps down; −1 for as many as up.</param>
                    /// <param name="mode">What becomes of the heights of the cycles, without a scaling function.</param>
                    /// <param name="gamma">The factor for each step with ExpRange.</param>
                    /// <param name="scale_fn">A scaling function of one's own; null for that of the mode.</param>
                    /// <param name="scale_mode">What a scaling function of one's own is given.</param>
                    /// <param name="cycle_momentum">Whether the momentum goes down and up meanwhile.</param>
                    /// <param name="base_momentum">The smallest momentum of each group; null for 0.8.</param>
                    /// <param name="max_momentum">The largest momentum of each group; null for 0.9.</param>
                    /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
                    /// <param name="verbose">Whether to write each new learning rate to the console.</param>
                    public CyclicLR(
                        Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000,
                        int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null,
                        ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                        IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentOutOfRangeException.ThrowIfLessThan(step_size_up, 1);
                        BaseRates = OneForEachGroup(base_lr, 0, nameof(base_lr));
                        _largest = OneForEachGroup(max_lr, 0, nameof(max_lr));
                        _cycle = step_size_up + (step_size_down < 0 ? step_size_up : step_size_down);
                        _rising = step_size_up / _cycle;
                        (_scale, _scaleMode) = (scale_fn, mode) switch
                        {
                            ({ } own, _) => (own, scale_mode),
                            (_, Mode.Triangular2) => (cycle => Math.Pow(2, 1 - cycle), ScaleMode.Cycle),
                            (_, Mode.ExpRange) => (step => Math.Pow(gamma, step), ScaleMode.Iterations),
                            _ => (_ => 1, ScaleMode.Cycle),
                        };
                        if (cycle_momentum)
                        {
                            _momentum = new CycledMomentum(
                                Groups, OneForEachGroup(base_momentum, 0.8, nameof(base_momentum)),
                                OneForEachGroup(max_momentum, 0.9, nameof(max_momentum)), allowBetas: false);
                        }

                        Begin();
                    }

                    /// <summary>What becomes of the heights of the cycles.</summary>
                    public enum Mode
                    {
                        /// <summary>They stay as they are.</summary>
                        Triangular,

                        /// <summary>Each is half of the one before.</summary>
                        Triangular2,

                        /// <summary>They fall with gamma to the power of the step's number.</summary>
                        ExpRange,
                    }

                    /// <summary>What a scaling function is given.</summary>
                    public enum ScaleMode
                    {
                        /// <summary>The number of the cycle, from 1.</summary>
                        Cycle,

                        /// <summary>The number of the step, from 0.</summary>
                        Iterations,
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + (Epoch / _cycle));
                        var part = 1 + (Epoch / _cycle) - cycle;
                        var height = part <= _rising ? part / _rising : (part - 1) / (_rising - 1);
                        height *= _scale(_scaleMode == ScaleMode.Cycle ? cycle : Epoch);
                        _momentum?.Set((low, high) => high - ((high - low) * height));
                        return Rates((_, low, group) => low + ((_largest[group] - low) * height));
                    }
                }
            }
        }
    }
}
