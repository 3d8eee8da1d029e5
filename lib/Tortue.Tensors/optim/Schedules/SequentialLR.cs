namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Follows one schedule after another.</summary>
            /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
            /// <param name="schedulers">The schedules, of the same optimiser, each counting its steps from 0.</param>
            /// <param name="milestones">Where the next schedule takes over, increasing; one fewer than schedules.</param>
            /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
            /// <returns>The schedule.</returns>
            public static LRScheduler SequentialLR(
                Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, schedulers, milestones, last_epoch);

            public static partial class impl
            {
                /// <summary>
                /// Follows one schedule after another: the second from the first milestone on, and so forth.
                /// </summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedules;
                    private readonly int[] _milestones;

                    /// <summary>Makes the schedule and sets the first learning rates.</summary>
                    /// <param name="optimizer">The optimiser whose learning rates follow the schedule.</param>
                    /// <param name="schedulers">The schedules, of the same optimiser, each counting its steps from 0.</param>
                    /// <param name="milestones">Where the next schedule takes over, increasing; one fewer than schedules.</param>
                    /// <param name="last_epoch">The number of the last step before, where training goes on; −1 at the start.</param>
                    public SequentialLR(
                        Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch + 1)
                    {
                        (_schedules, _milestones) = ([.. schedulers], [.. milestones]);
                        if (_milestones.Length != _schedules.Length - 1)
                        {
                            throw new ArgumentException(
                                "Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone " +
                                $"points, but got {_schedules.Length} schedulers and {_milestones.Length} milestones");
                        }

                        Restart(_schedules);
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        var (schedule, start) = Current();
                        if (start > 0 && start == Epoch)
                            schedule.step((int?)0);
                        else
                            schedule.step();
                        return schedule.get_last_lr();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr()
                    {
                        var (schedule, start) = Current();
                        schedule.step((int?)(Epoch - start));
                        return schedule.get_last_lr();
                    }

                    private (LRScheduler Schedule, int Start) Current()
                    {
                        var place = _milestones.Count(milestone => milestone <= Epoch);
                        return (_schedules[place], place == 0 ? 0 : _milestones[place - 1]);
                    }
                }
            }
        }
    }
}
