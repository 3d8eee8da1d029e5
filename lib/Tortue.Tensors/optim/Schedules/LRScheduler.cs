using static System.FormattableString;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules: how learning rates change while training goes on.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>
            /// Changes the learning rates of an optimiser's groups step by step. A schedule is made after its optimiser, sets the first
            /// rates at once, and is stepped after the optimiser: once an epoch, or once a batch.
            /// </summary>
            public abstract class LRScheduler
            {
                /// <summary>The number of steps made, that of the start included.</summary>
                protected int _step_count;

                private readonly Optimizer? _optimizer;
                private readonly bool _verbose;
                private double[] _lastRates = [];

                /// <summary>A schedule of no optimiser.</summary>
                protected LRScheduler()
                {
                }

                /// <summary>A schedule of the groups that the optimiser has now.</summary>
                /// <param name="optimizer">The optimiser.</param>
                /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
                /// <param name="verbose">Whether to write each new learning rate to the console.</param>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    (_optimizer, Epoch, _verbose) = (optimizer, last_epoch, verbose);
                    Groups = [.. optimizer.ParamGroups];
                    BaseRates = [.. Groups.Select(group => group.InitialLearningRate)];
                    _lastRates = [.. Groups.Select(group => group.LearningRate)];
                }

                /// <summary>The groups whose learning rates follow the schedule.</summary>
                private protected ILearningRateController[] Groups { get; } = [];

                /// <summary>The groups' learning rates from which the schedule computes.</summary>
                private protected double[] BaseRates { get; set; } = [];

                /// <summary>The number of the last step, from 0; −1 before.</summary>
                private protected int Epoch { get; set; } = -1;

                /// <summary>Goes to the next learning rates.</summary>
                public virtual void step() => step((int?)null);

                /// <summary>Goes to the next learning rates, or to those of a certain step.</summary>
                /// <param name="epoch">The number of the step, from 0; null for the next one.</param>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    Epoch = epoch ?? (Epoch + 1);
                    SetAll([.. epoch is null ? get_lr() : get_closed_form_lr()]);
                }

                /// <summary>Goes to the next learning rates, in view of how training goes; most schedules do not look at that.</summary>
                /// <param name="current">What is watched, such as the loss on held-out data.</param>
                /// <param name="epoch">The number of the step, from 0; null for the next one.</param>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The learning rates that the last step set.</summary>
                /// <returns>One for each group.</returns>
                public IEnumerable<double> get_last_lr() => [.. _lastRates];

                /// <summary>Computes the learning rates of this step from those of the step before.</summary>
                /// <returns>One for each group.</returns>
                protected virtual IEnumerable<double> get_lr() => Rates((rate, _) => rate);

                /// <summary>Computes the learning rates of this step from those at the start alone.</summary>
                /// <returns>One for each group.</returns>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                /// <summary>Makes the first step.</summary>
                private protected void Begin()
                {
                    _step_count = 0;
                    step();
                }

                /// <summary>Takes back the first steps of other schedules, and begins with the first of them.</summary>
                private protected void Restart(LRScheduler[] schedules)
                {
                    if (schedules.Any(schedule => !ReferenceEquals(schedule._optimizer, _optimizer)))
                        throw new ArgumentException("Sequential Schedulers expects all schedulers to belong to the same optimizer");
                    foreach (var group in Groups)
                        group.LearningRate = group.InitialLearningRate;
                    foreach (var schedule in schedules)
                        schedule.Epoch--;
                    schedules[0].Begin();
                    _lastRates = schedules[0]._lastRates;
                }

                /// <summary>A rate for each group from its present rate and that at the start.</summary>
                private protected double[] Rates(Func<double, double, double> rule) => Rates((rate, start, _) => rule(rate, start));

                /// <summary>A rate for each group from its present rate, that at the start, and its place.</summary>
                private protected double[] Rates(Func<double, double, int, double> rule) =>
                    [.. Groups.Select((group, i) => rule(group.LearningRate, BaseRates[i], i))];

                /// <summary>Values of the user's, one for each group; the same for all where there are none.</summary>
                private protected T[] OneForEachGroup<T>(IEnumerable<T>? values, T otherwise, string name)
                {
                    T[] all = values is null ? [.. Groups.Select(_ => otherwise)] : [.. values];
                    if (all.Length != Groups.Length)
                        throw new ArgumentException($"expected {Groups.Length} values for {name}, got {all.Length}", name);
                    return all;
                }

                /// <summary>One value for all of an optimiser's groups.</summary>
                private protected static double[] OfEachGroup(Optimizer optimizer, double value)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    return [.. optimizer.ParamGroups.Select(_ => value)];
                }

                /// <summary>Sets the groups' rates, and says so where it was asked to.</summary>
                private protected void SetAll(double[] rates)
                {
                    for (var i = 0; i < Groups.Length; i++)
                    {
                        if (_verbose && rates[i] != _lastRates[i])
                            Console.WriteLine(Invariant($"Adjusting learning rate of group {i} to {rates[i]:0.0000e+00}."));
                        Groups[i].LearningRate = rates[i];
                    }

                    _lastRates = rates;
                }
            }
        }
    }
}
