namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Lets the learning rates rise once and fall once, and the momentum the other way round.</summary>
            /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
            /// <param name="max_lr">The largest learning rate.</param>
            /// <param name="total_steps">The number of steps, above 0; −1 where it is epochs · steps_per_epoch.</param>
            /// <param name="epochs">The number of epochs, where total_steps is not given.</param>
            /// <param name="steps_per_epoch">The steps in each, where total_steps is not given.</param>
            /// <param name="pct_start">The share of the steps that goes up, from 0 to 1.</param>
            /// <param name="anneal_strategy">The curve up and down.</param>
            /// <param name="cycle_momentum">Whether the momentum, or Adam's first decay rate, goes down and up meanwhile.</param>
            /// <param name="base_momentum">The smallest momentum.</param>
            /// <param name="max_momentum">The largest momentum.</param>
            /// <param name="div_factor">The largest learning rate divided by the first.</param>
            /// <param name="final_div_factor">The first learning rate divided by the last.</param>
            /// <param name="three_phase">Whether to come down to the first learning rate before going to the last.</param>
            /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
            /// <param name="verbose">Whether to write each new learning rate to the console.</param>
            /// <returns>The schedule.</returns>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true,
                double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4,
                bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                    base_momentum, max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            /// <summary>Lets the learning rates rise once and fall once, and the momentum the other way round.</summary>
            /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
            /// <param name="max_lr">The largest learning rate of each group.</param>
            /// <param name="total_steps">The number of steps, above 0; −1 where it is epochs · steps_per_epoch.</param>
            /// <param name="epochs">The number of epochs, where total_steps is not given.</param>
            /// <param name="steps_per_epoch">The steps in each, where total_steps is not given.</param>
            /// <param name="pct_start">The share of the steps that goes up, from 0 to 1.</param>
            /// <param name="anneal_strategy">The curve up and down.</param>
            /// <param name="cycle_momentum">Whether the momentum, or Adam's first decay rate, goes down and up meanwhile.</param>
            /// <param name="base_momentum">The smallest momentum of each group; null for 0.85.</param>
            /// <param name="max_momentum">The largest momentum of each group; null for 0.95.</param>
            /// <param name="div_factor">The largest learning rate divided by the first.</param>
            /// <param name="final_div_factor">The first learning rate divided by the last.</param>
            /// <param name="three_phase">Whether to come down to the first learning rate before going to the last.</param>
            /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
            /// <param name="verbose">Whether to write each new learning rate to the console.</param>
            /// <returns>The schedule.</returns>
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1,
                bool verbose = false) =>
                new impl.OneCycleLR(optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                    base_momentum, max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>
                /// One cycle (Smith and Topin 2019): from max_lr / div_factor up to max_lr, and down to the start divided by
                /// final_div_factor; in three phases it comes down to the start first, in as many steps as it went up. The momentum goes
                /// down and up meanwhile.
                /// </summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly CycledMomentum? _momentum;
                    private readonly Func<double, double, double, double> _between;
                    private readonly Phase[] _phases;
                    private readonly int _steps;
                    private readonly double[] _largest;
                    private readonly double _finalDivisor;

                    /// <summary>Makes the schedule and sets the first learning rates.</summary>
                    /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
                    /// <param name="max_lr">The largest learning rate.</param>
                    /// <param name="total_steps">The number of steps, above 0; −1 where it is epochs · steps_per_epoch.</param>
                    /// <param name="epochs">The number of epochs, where total_steps is not given.</param>
                    /// <param name="steps_per_epoch">The steps in each, where total_steps is not given.</param>
                    /// <param name="pct_start">The share of the steps that goes up, from 0 to 1.</param>
                    /// <param name="anneal_strategy">The curve up and down.</param>
                    /// <param name="cycle_momentum">Whether the momentum, or Adam's first decay rate, goes down and up meanwhile.</param>
                    /// <param name="base_momentum">The smallest momentum.</param>
                    /// <param name="max_momentum">The largest momentum.</param>
                    /// <param name="div_factor">The largest learning rate divided by the first.</param>
                    /// <param name="final_div_factor">The first learning rate divided by the last.</param>
                    /// <param name="three_phase">Whether to come down to the first learning rate before going to the last.</param>
                    /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
                    /// <param name="verbose">Whether to write each new learning rate to the console.</param>
                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4,
                        bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, OfEachGroup(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy,
                            cycle_momentum, OfEachGroup(optimizer, base_momentum), OfEachGroup(optimizer, max_momentum), div_factor,
                            final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    /// <summary>Makes the schedule and sets the first learning rates.</summary>
                    /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
                    /// <param name="max_lr">The largest learning rate of each group.</param>
                    /// <param name="total_steps">The number of steps, above 0; −1 where it is epochs · steps_per_epoch.</param>
                    /// <param name="epochs">The number of epochs, where total_steps is not given.</param>
                    /// <param name="steps_per_epoch">The steps in each, where total_steps is not given.</param>
                    /// <param name="pct_start">The share of the steps that goes up, from 0 to 1.</param>
                    /// <param name="anneal_strategy">The curve up and down.</param>
                    /// <param name="cycle_momentum">Whether the momentum, or Adam's first decay rate, goes down and up meanwhile.</param>
                    /// <param name="base_momentum">The smallest momentum of each group; null for 0.85.</param>
                    /// <param name="max_momentum">The largest momentum of each group; null for 0.95.</param>
                    /// <param name="div_factor">The largest learning rate divided by the first.</param>
                    /// <param name="final_div_factor">The first learning rate divided by the last.</param>
                    /// <param name="three_phase">Whether to come down to the first learning rate before going to the last.</param>
                    /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
                    /// <param name="verbose">Whether to write each new learning rate to the console.</param>
                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25,
                        double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _steps = Total(total_steps, epochs, steps_per_epoch);
                        if (!(pct_start is >= 0 and <= 1))
                            throw new ArgumentException("Expected float between 0 and 1 pct_start, but got " + pct_start);

                        var up = (pct_start * _steps) - 1;
                        _phases = three_phase
                            ? [new(up, false, true), new((2 * pct_start * _steps) - 2, true, false), new(_steps - 1, false, null)]
                            : [new(up, false, true), new(_steps - 1, true, null)];
                        _between = anneal_strategy == AnnealStrategy.Cos
                            ? static (from, to, part) => to + ((from - to) / 2 * (Math.Cos(Math.PI * part) + 1))
                            : static (from, to, part) => ((to - from) * part) + from;
                        (_largest, _finalDivisor) = (OneForEachGroup(max_lr, 0, nameof(max_lr)), final_div_factor);
                        if (cycle_momentum)
                        {
                            _momentum = new CycledMomentum(
                                Groups, OneForEachGroup(base_momentum, 0.85, nameof(base_momentum)),
                                OneForEachGroup(max_momentum, 0.95, nameof(max_momentum)), allowBetas: true);
                        }

                        if (last_epoch == -1)
                        {
                            for (var i = 0; i < Groups.Length; i++)
                                Groups[i].InitialLearningRate = _largest[i] / div_factor;
                        }

                        BaseRates = [.. Groups.Select(group => group.InitialLearningRate)];
                        Begin();
                    }

                    /// <summary>The curve from one learning rate to another.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a period of a cosine.</summary>
                        Cos,

                        /// <summary>A straight line.</summary>
                        Linear,
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch > _steps)
                        {
                            throw new InvalidOperationException(
                                $"Tried to step {Epoch + 1} times. The specified number of total steps is {_steps}");
                        }

                        var place = Array.FindIndex(_phases, phase => Epoch <= phase.End);
                        place = place < 0 ? _phases.Length - 1 : place;
                        var phase = _phases[place];
                        var start = place == 0 ? 0 : _phases[place - 1].End;
                        var part = phase.End == start ? 1 : (Epoch - start) / (phase.End - start);
                        _momentum?.Set((low, high) => _between(phase.FromTop ? low : high, phase.ToTop == true ? low : high, part));
                        return Rates((_, initial, i) => _between(
                            phase.FromTop ? _largest[i] : initial, phase.ToTop switch
                            {
                                true => _largest[i],
                                false => initial,
                                null => initial / _finalDivisor,
                            }, part));
                    }

                    private static int Total(int total, int epochs, int each)
                    {
                        if (total == -1 && epochs == -1 && each == -1)
                            throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch)");
                        if (total > 0)
                            return total;
                        if (total != -1)
                            throw new ArgumentException($"Expected positive integer total_steps, but got {total}");
                        if (epochs <= 0)
                            throw new ArgumentException($"Expected positive integer epochs, but got {epochs}");
                        if (each <= 0)
                            throw new ArgumentException($"Expected positive integer steps_per_epoch, but got {each}");
                        return epochs * each;
                    }

                    /// <summary>A phase up to some step, from and to the top or the start; to null is to the very end.</summary>
                    private sealed record Phase(double End, bool FromTop, bool? ToTop);
                }
            }
        }
    }
}
