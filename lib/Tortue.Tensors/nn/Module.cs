namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A part of a network: parameters, buffers (tensors that are kept but not learned) and smaller modules. Derive from
        /// <see cref="Module{T, TResult}"/>, put parameters and modules into fields, and call <see cref="RegisterComponents"/> at the end
        /// of the constructor.
        /// </summary>
        public partial class Module : IDisposable
        {
            private readonly OrderedDictionary<string, Modules.Parameter?> _parameters = [];
            private readonly OrderedDictionary<string, (Tensor? Tensor, bool IsPersistent)> _buffers = [];
            private readonly OrderedDictionary<string, Module> _children = [];
            private readonly string _name;

            /// <summary>Starts a module without parts.</summary>
            /// <param name="name">What <see cref="GetName"/> returns.</param>
            protected Module(string name) => _name = name;

            /// <summary>Whether the module is being trained: dropout and batch normalisation then behave differently.</summary>
            public virtual bool training { get; private set; } = true;

            /// <summary>The module's kind.</summary>
            /// <returns>The name that was given to the constructor.</returns>
            public virtual string GetName() => _name;

            /// <summary>Switches this module and all inside it to training, or back.</summary>
            /// <param name="train">Whether they are being trained.</param>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in _children.Values)
                    child.train(train);
            }

            /// <summary>Switches this module and all inside it to evaluation.</summary>
            public virtual void eval() => train(false);

            /// <summary>Forgets all gradients.</summary>
            /// <param name="set_to_none">Whether they become null, and not zeros.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    if (set_to_none)
                        parameter.grad = null;
                    else
                        parameter.grad?.zero_();
                }
            }

            /// <summary>Does something to every module inside this one, innermost first, and last to this one.</summary>
            /// <param name="fn">What to do, such as setting first values.</param>
            /// <returns>This module.</returns>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var child in _children.Values)
                    child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>Disposes the parameters, the buffers and the modules inside.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes what the module owns.</summary>
            /// <param name="disposing">False when called by a finalizer.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                    return;
                foreach (var parameter in _parameters.Values)
                    parameter?.Dispose();
                foreach (var (tensor, _) in _buffers.Values)
                    tensor?.Dispose();
                foreach (var child in _children.Values)
                    child.Dispose();
            }
        }
    }
}
