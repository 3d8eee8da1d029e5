namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A function of three inputs.</summary>
        /// <typeparam name="T1">The first input.</typeparam>
        /// <typeparam name="T2">The second input.</typeparam>
        /// <typeparam name="T3">The third input.</typeparam>
        /// <typeparam name="TResult">The output.</typeparam>
        public interface IModule<T1, T2, T3, TResult>
        {
            /// <summary>Computes the output, with the hooks around.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <param name="input3">The third input.</param>
            /// <returns>The output.</returns>
            TResult call(T1 input1, T2 input2, T3 input3);
        }

        /// <summary>A module that computes an output from three inputs: define <see cref="forward"/>, use <see cref="call"/>.</summary>
        /// <typeparam name="T1">The first input.</typeparam>
        /// <typeparam name="T2">The second input.</typeparam>
        /// <typeparam name="T3">The third input.</typeparam>
        /// <typeparam name="TResult">The output.</typeparam>
        public abstract class Module<T1, T2, T3, TResult> :
            HookableModule<
                Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>,
                Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>,
            IModule<T1, T2, T3, TResult>
        {
            /// <summary>Starts a module without parts.</summary>
            /// <param name="name">What GetName returns.</param>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes. Hooks run only through <see cref="call"/>.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <param name="input3">The third input.</param>
            /// <returns>The output.</returns>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>Computes the output, with the hooks around.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <param name="input3">The third input.</param>
            /// <returns>The output.</returns>
            public TResult call(T1 input1, T2 input2, T3 input3)
            {
                foreach (var hook in Before)
                {
                    if (hook is Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?> change)
                        (input1, input2, input3) = change(this, input1, input2, input3) ?? (input1, input2, input3);
                    else
                        ((Action<Module>)hook)(this);
                }

                var result = forward(input1, input2, input3);
                foreach (var hook in After)
                {
                    if (hook is Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult> change)
                        result = change(this, input1, input2, input3, result) ?? result;
                    else
                        ((Action<Module>)hook)(this);
                }

                return result;
            }
        }
    }
}
