namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that runs other code before and after its own, for instance to look at activations.</summary>
        /// <typeparam name="TPreHook">What may run before: it gets the inputs and may change them.</typeparam>
        /// <typeparam name="TPostHook">What may run after: it gets inputs and output and may change the output.</typeparam>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            private readonly OrderedDictionary<string, Delegate> _before = [];
            private readonly OrderedDictionary<string, Delegate> _after = [];
            private int _hooks;

            /// <summary>Starts a module without parts.</summary>
            /// <param name="name">What GetName returns.</param>
            protected HookableModule(string name)
                : base(name)
            {
            }

            /// <summary>What runs before, in the order of registration.</summary>
            private protected IEnumerable<Delegate> Before => [.. _before.Values];

            /// <summary>What runs after, in the order of registration.</summary>
            private protected IEnumerable<Delegate> After => [.. _after.Values];

            /// <summary>Runs code before the module's own at every call.</summary>
            /// <param name="hook">Gets the module and the inputs, and returns the inputs to use.</param>
            /// <returns>What takes it out again.</returns>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Register(_before, hook as Delegate);

            /// <summary>Runs code before the module's own at every call.</summary>
            /// <param name="hook">Gets the module.</param>
            /// <returns>What takes it out again.</returns>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Register(_before, hook);

            /// <summary>Runs code after the module's own at every call.</summary>
            /// <param name="hook">Gets the module, the inputs and the output, and returns the output to use.</param>
            /// <returns>What takes it out again.</returns>
            public HookRemover register_forward_hook(TPostHook hook) => Register(_after, hook as Delegate);

            /// <summary>Runs code after the module's own at every call.</summary>
            /// <param name="hook">Gets the module.</param>
            /// <returns>What takes it out again.</returns>
            public HookRemover register_forward_hook(Action<Module> hook) => Register(_after, hook);

            private HookRemover Register(OrderedDictionary<string, Delegate> hooks, Delegate? hook)
            {
                ArgumentNullException.ThrowIfNull(hook);
                var key = $"hook{_hooks++}";
                hooks.Add(key, hook);
                return new HookRemover(this, key);
            }

            /// <summary>Takes a hook out of its module.</summary>
            public class HookRemover
            {
                private readonly HookableModule<TPreHook, TPostHook> _module;
                private readonly string _key;

                /// <summary>Remembers a module's hook.</summary>
                /// <param name="module">The module.</param>
                /// <param name="key">The key under which the module keeps the hook.</param>
                public HookRemover(HookableModule<TPreHook, TPostHook> module, string key) => (_module, _key) = (module, key);

                /// <summary>Takes it out; a second call does nothing.</summary>
                public void remove()
                {
                    _module._before.Remove(_key);
                    _module._after.Remove(_key);
                }
            }
        }
    }
}
