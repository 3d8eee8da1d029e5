using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Something with a learning rate that a schedule may change.</summary>
        public interface ILearningRateController
        {
            /// <summary>The learning rate.</summary>
            double LearningRate { get; set; }

            /// <summary>The learning rate at the start, from which schedules compute.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>Something with a momentum that a schedule may change.</summary>
        public interface IMomentum
        {
            /// <summary>The momentum.</summary>
            double Momentum { get; set; }
        }

        /// <summary>Turns gradients into steps of the parameters.</summary>
        public abstract partial class Optimizer : IDisposable
        {
            /// <summary>The groups of parameters, each with options of its own.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => Groups;

            private protected List<ParamGroup> Groups { get; } = [];

            /// <summary>Forgets the gradients of all parameters.</summary>
            public virtual void zero_grad()
            {
                foreach (var parameter in parameters())
                    parameter.grad = null;
            }

            /// <summary>Makes one step.</summary>
            /// <param name="closure">Computes the loss and its gradients, where they were not computed before.</param>
            /// <returns>The closure's loss, or null.</returns>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>All parameters.</summary>
            /// <returns>Those of every group in order.</returns>
            public virtual IEnumerable<Parameter> parameters() => Groups.SelectMany(group => group.Parameters);

            /// <summary>Adds parameters with options of their own.</summary>
            /// <param name="param_group">The parameters and their options.</param>
            public virtual void add_param_group(ParamGroup param_group) => Groups.Add(param_group);

            /// <summary>Gives back what the optimiser keeps for each parameter.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Gives back what the optimiser keeps.</summary>
            /// <param name="disposing">False when called by a finalizer.</param>
            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>An optimiser's options and what it keeps for each parameter, so that training can go on later.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                /// <summary>The options of each group.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>What is kept for each parameter.</summary>
                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, the places in <see cref="State"/> of its parameters.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }
    }
}
