namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A function of one input.</summary>
        /// <typeparam name="T">The input.</typeparam>
        /// <typeparam name="TResult">The output.</typeparam>
        public interface IModule<T, TResult>
        {
            /// <summary>Computes the output.</summary>
            /// <param name="input1">The input.</param>
            /// <returns>The output.</returns>
            TResult call(T input1);
        }

        /// <summary>A function of two inputs.</summary>
        /// <typeparam name="T1">The first input.</typeparam>
        /// <typeparam name="T2">The second input.</typeparam>
        /// <typeparam name="TResult">The output.</typeparam>
        public interface IModule<T1, T2, TResult>
        {
            /// <summary>Computes the output.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <returns>The output.</returns>
            TResult call(T1 input1, T2 input2);
        }

        /// <summary>A module that computes an output from one input: define <see cref="forward"/>, use <see cref="call"/>.</summary>
        /// <typeparam name="T">The input.</typeparam>
        /// <typeparam name="TResult">The output.</typeparam>
        public abstract class Module<T, TResult> :
            HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            /// <summary>Starts a module without parts.</summary>
            /// <param name="name">What GetName returns.</param>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>What the module computes. Hooks run only through <see cref="call"/>.</summary>
            /// <param name="input">The input.</param>
            /// <returns>The output.</returns>
            public abstract TResult forward(T input);

            /// <summary>Computes the output, with the hooks around.</summary>
            /// <param name="input">The input.</param>
            /// <returns>The output.</returns>
            public TResult call(T input)
            {
                foreach (var hook in Before)
                {
                    if (hook is Func<Module<T, TResult>, T, T> change)
                        input = change(this, input) ?? input;
                    else
                        ((Action<Module>)hook)(this);
                }

                var result = forward(input);
                foreach (var hook in After)
                {
                    if (hook is Func<Module<T, TResult>, T, TResult, TResult> change)
                        result = change(this, input, result) ?? result;
                    else
                        ((Action<Module>)hook)(this);
                }

                return result;
            }
        }

        /// <summary>A module that computes an output from two inputs: define <see cref="forward"/>, use <see cref="call"/>.</summary>
        /// <typeparam name="T1">The first input.</typeparam>
        /// <typeparam name="T2">The second input.</typeparam>
        /// <typeparam name="TResult">The output.</typeparam>
        public abstract class Module<T1, T2, TResult> :
            HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>,
            IModule<T1, T2, TResult>
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
            /// <returns>The output.</returns>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Computes the output, with the hooks around.</summary>
            /// <param name="input1">The first input.</param>
            /// <param name="input2">The second input.</param>
            /// <returns>The output.</returns>
            public TResult call(T1 input1, T2 input2)
            {
                foreach (var hook in Before)
                {
                    if (hook is Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?> change)
                        (input1, input2) = change(this, input1, input2) ?? (input1, input2);
                    else
                        ((Action<Module>)hook)(this);
                }

                var result = forward(input1, input2);
                foreach (var hook in After)
                {
                    if (hook is Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult> change)
                        result = change(this, input1, input2, result) ?? result;
                    else
                        ((Action<Module>)hook)(this);
                }

                return result;
            }
        }
    }
}
